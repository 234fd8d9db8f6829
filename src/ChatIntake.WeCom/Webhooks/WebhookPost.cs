using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatIntake.WeCom.Webhooks;

/// <summary>A message to a group by way of its robot.</summary>
public sealed record WebhookPost
{
    /// <summary>The most UTF-8 bytes of a text.</summary>
    public const int MaxTextBytes = 2048;

    /// <summary>The most UTF-8 bytes of a markdown content.</summary>
    public const int MaxMarkdownBytes = 4096;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private WebhookPost()
    {
    }

    /// <summary>Whether this is markdown; otherwise it is text.</summary>
    public bool IsMarkdown { get; private init; }

    public string Content { get; private init; } = "";

    /// <summary>User ids, or <c>@all</c>.</summary>
    public IReadOnlyList<string> MentionedUsers { get; private init; } = [];

    /// <summary>Mobile numbers, or <c>@all</c>.</summary>
    public IReadOnlyList<string> MentionedMobiles { get; private init; } = [];

    /// <summary>Plain text, the only form in which lists of mentions have an effect.</summary>
    public static WebhookPost Text(
        string content, IReadOnlyList<string>? mentionedUsers = null, IReadOnlyList<string>? mentionedMobiles = null) =>
        new() { Content = content, MentionedUsers = mentionedUsers ?? [], MentionedMobiles = mentionedMobiles ?? [] };

    /// <summary>WeCom's small markdown. Members who read in personal WeChat do not see it.</summary>
    public static WebhookPost Markdown(string content) => new() { Content = content, IsMarkdown = true };

    internal string ToJson()
    {
        var type = IsMarkdown ? "markdown" : "text";
        var body = new JsonObject { ["content"] = Content };
        if (MentionedUsers.Count > 0)
            body["mentioned_list"] = new JsonArray([.. MentionedUsers]);
        if (MentionedMobiles.Count > 0)
            body["mentioned_mobile_list"] = new JsonArray([.. MentionedMobiles]);
        return new JsonObject { ["msgtype"] = type, [type] = body }.ToJsonString(Plain);
    }
}
