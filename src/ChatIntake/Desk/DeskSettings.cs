using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using ChatIntake.Calendar;

namespace ChatIntake.Desk;

/// <summary>How the desk works, beside its other rules (format <c>chatintake-settings</c> version 1, <c>data/desk/settings.json</c>).</summary>
public sealed record DeskSettings
{
    public string Format { get; init; } = "chatintake-settings";

    public int Version { get; init; } = 1;

    /// <summary>The bot's name in chats, without the @.</summary>
    [Required, StringLength(32, MinimumLength = 1)]
    public string BotName { get; init; } = "小企";

    /// <summary>When a report day is cut and the summary goes out, on a Chinese clock.</summary>
    [Required, RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]")]
    public string CutAt { get; init; } = "17:30";

    /// <summary>How long a sender must be silent before the receipt of his reports is posted, in seconds.</summary>
    [Range(0, 600)]
    public int BurstSeconds { get; init; } = 30;

    /// <summary>A message recorded later than this after its posting is backlog: processed, not answered; in minutes.</summary>
    [Range(1, 1440)]
    public int BacklogMinutes { get; init; } = 10;

    /// <summary>How long a command can be taken back, in minutes.</summary>
    [Range(1, 1440)]
    public int UndoMinutes { get; init; } = 10;

    /// <summary>
    /// The dial of triage, see <see cref="Triage.TriageLimits.Leaning"/>: above 0 more reports are found and more are false. <c>chatintake dial</c> tells what each
    /// setting costs.
    /// </summary>
    [Range(-3.0, 3.0)]
    public double Leaning { get; init; }

    /// <summary>When the messages of which triage is unsure are sent to the staff, on a Chinese clock.</summary>
    [Required, RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]")]
    public string UnsureAt { get; init; } = "16:30";

    /// <summary>When the desk is at work, Monday to Friday, on a Chinese clock.</summary>
    [Required, MinLength(1)]
    public IReadOnlyList<string> WorkingHours { get; init; } = ["08:30-12:00", "14:00-17:30"];

    internal TimeOnly Unsure => TimeOnly.ParseExact(UnsureAt, "HH:mm", CultureInfo.InvariantCulture);

    internal WorkingTime Working => WorkingTime.Parse(WorkingHours);

    internal TimeOnly Cut => TimeOnly.ParseExact(CutAt, "HH:mm", CultureInfo.InvariantCulture);

    /// <exception cref="RuleException">The document is not of the format.</exception>
    public static DeskSettings Parse(string json)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<DeskSettings>(json, RuleJson.Options) ?? throw new RuleException("专班设置是空的");
            if (settings is not { Format: "chatintake-settings", Version: 1 }) throw new RuleException("专班设置的 format 应为 chatintake-settings,version 应为 1");
            var findings = new List<ValidationResult>();
            if (!Validator.TryValidateObject(settings, new ValidationContext(settings), findings, validateAllProperties: true))
                throw new RuleException($"专班设置有误:{string.Join(";", findings.SelectMany(f => f.MemberNames))}");
            _ = settings.Working;
            return settings;
        }
        catch (FormatException e)
        {
            throw new RuleException($"专班设置有误:{e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new RuleException($"专班设置读不懂:{e.Message}", e);
        }
    }
}
