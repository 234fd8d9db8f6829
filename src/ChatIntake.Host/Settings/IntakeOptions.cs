using System.ComponentModel.DataAnnotations;
using ChatIntake.Storage.LiteDb;
using Microsoft.Extensions.Options;

namespace ChatIntake.Host.Settings;

/// <summary>Everything under <c>ChatIntake</c> in <c>appsettings.json</c>, where each setting is explained.</summary>
public sealed class IntakeOptions
{
    public const string Section = "ChatIntake";

    [ValidateObjectMembers]
    public ListenOptions Listen { get; set; } = new();

    [ValidateObjectMembers]
    public LiteStoreOptions Store { get; set; } = new() { Folder = "store" };

    [ValidateObjectMembers]
    public DeskOptions Desk { get; set; } = new();

    [ValidateObjectMembers]
    public ChannelOptions Channels { get; set; } = new();

    [ValidateObjectMembers]
    public PostingOptions Posting { get; set; } = new();

    /// <summary>Secrets by name; compared without regard to case, since the environment may not keep it.</summary>
    public Dictionary<string, string> Secrets { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}

public sealed class ListenOptions
{
    /// <summary>The address on which callbacks are received.</summary>
    [Required, Url]
    public string Url { get; set; } = "http://127.0.0.1:8080";
}

public sealed class DeskOptions
{
    [Required, RegularExpression("[a-z0-9-]{1,32}", ErrorMessage = "The field {0} must be 1 to 32 lower-case letters, digits or hyphens.")]
    public string Id { get; set; } = "main";

    /// <summary>The WeCom corp in which user ids and chat ids are unique.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public string Corp { get; set; } = "corp";

    [Required]
    public string Data { get; set; } = "data";

    public string Roster { get; set; } = "";

    public string Routes { get; set; } = "";

    /// <summary>How often the lexicon folder under <see cref="Data"/> is looked at for changes; 0 for never.</summary>
    [Range(0, 3600)]
    public int LexiconSeconds { get; set; } = 5;
}

public sealed class ChannelOptions
{
    [Range(1, 60)]
    public int StaleMinutes { get; set; } = 10;

    [ValidateEnumeratedItems]
    public List<CallbackOptions> Bots { get; set; } = [];

    [ValidateEnumeratedItems]
    public List<CallbackOptions> Robots { get; set; } = [];

    [ValidateEnumeratedItems]
    public List<ArchiveOptions> Archives { get; set; } = [];
}

/// <summary>One callback URL with its keys.</summary>
public sealed class CallbackOptions
{
    [Required, RegularExpression("[a-z0-9-]{1,32}")]
    public string Name { get; set; } = "";

    [Required, RegularExpression("/[A-Za-z0-9/_-]{1,200}")]
    public string Path { get; set; } = "";

    [Required, RegularExpression("[A-Za-z0-9]{3,32}")]
    public string Token { get; set; } = "";

    [Required, RegularExpression("[A-Za-z0-9]{43}", ErrorMessage = "The field {0} must be 43 letters or digits.")]
    public string EncodingAesKey { get; set; } = "";

    /// <summary>Empty for robots and in-house bots.</summary>
    public string ReceiveId { get; set; } = "";
}

/// <summary>One archive feed.</summary>
public sealed class ArchiveOptions
{
    [Required, RegularExpression("[a-z0-9-]{1,32}")]
    public string Name { get; set; } = "";

    [Required, Url]
    public string Url { get; set; } = "";

    /// <summary>The name of the secret that opens it.</summary>
    [Required]
    public string Secret { get; set; } = "";

    [Range(1, 3600)]
    public int PollSeconds { get; set; } = 5;
}

public sealed class PostingOptions
{
    [Required, Url]
    public string BaseUrl { get; set; } = "https://qyapi.weixin.qq.com";

    [Range(1, 20)]
    public int PerMinute { get; set; } = 18;

    [Range(1, 60)]
    public int AttemptSeconds { get; set; } = 10;
}

/// <summary>Checks all settings at the start; each finding names its path.</summary>
[OptionsValidator]
internal sealed partial class IntakeOptionsValidator : IValidateOptions<IntakeOptions>;
