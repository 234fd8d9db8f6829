using System.Text.Json.Serialization;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Reports;
using ChatIntake.Triage;
using ChatIntake.Unsure;

namespace ChatIntake.Notices;

/// <summary>A post of the bot; numbered by the desk in the order of composing.</summary>
[JsonConverter(typeof(NumberIdConverter<PostId>))]
public readonly record struct PostId(long Value) : INumberId<PostId>
{
    public static PostId From(long value) => new(value);
}

/// <summary>Whom a notice is for.</summary>
public enum AudienceKind
{
    /// <summary>A group, by its id.</summary>
    Group,

    /// <summary>The staff of the desk.</summary>
    Staff,

    /// <summary>A department, by its id.</summary>
    Department,

    /// <summary>A person, by the member's id.</summary>
    Person,

    /// <summary>A level above, see <see cref="Escalation.Levels"/>.</summary>
    Level,
}

/// <summary>Whom a notice is for, and which one of them; 0 where there is only one.</summary>
public readonly record struct Audience(AudienceKind Kind, long Id)
{
    public static Audience Staff { get; } = new(AudienceKind.Staff, 0);

    public static Audience Of(GroupId group) => new(AudienceKind.Group, group.Value);

    public static Audience Of(DepartmentId department) => new(AudienceKind.Department, department.Value);
}

/// <summary>When a notice goes out.</summary>
public enum Pace
{
    /// <summary>At once: answers, danger, escalation.</summary>
    Now,

    /// <summary>When the sender's burst has ended.</summary>
    Burst,

    /// <summary>With the next post into that place.</summary>
    Ride,
}

/// <summary>What a notice's text is made from: ids, codes and numbers, fixed when it was decided. Each template uses some.</summary>
public sealed record NoticeArgs
{
    public CaseId? Case { get; init; }

    public int? Part { get; init; }

    public MessageId? Message { get; init; }

    public MemberId? Member { get; init; }

    public GroupId? Group { get; init; }

    public EnterpriseId? Enterprise { get; init; }

    public DepartmentId? Department { get; init; }

    public Urgency? Urgency { get; init; }

    /// <summary>The case named by <see cref="Case"/>.</summary>
    public CaseLine? About { get; init; }

    public Stage? Stage { get; init; }

    public ClockKind? Clock { get; init; }

    public DateTimeOffset? Due { get; init; }

    public int? Level { get; init; }

    public int? Number { get; init; }

    /// <summary>A code that the texts translate: verbs, reasons of refusal.</summary>
    public string? Code { get; init; }

    /// <summary>Verbs to be offered.</summary>
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>Cases to be listed, with what is said of each.</summary>
    public IReadOnlyList<CaseLine>? Cases { get; init; }

    /// <summary>Messages of the unsure box to be listed.</summary>
    public IReadOnlyList<UnsureLine>? Unsure { get; init; }

    public TextSpan? Text { get; init; }

    public DayReport? Report { get; init; }
}

/// <summary>
/// A case as it stood when the notice was decided; <paramref name="Due"/> is the next unmet due time. <paramref name="Quoted"/> is true where the words
/// of the case are what <paramref name="Opener"/> quotes.
/// </summary>
public sealed record CaseLine(
    CaseId Case, EnterpriseId? Enterprise, IReadOnlyList<Topic> Topics, Urgency Urgency, Stage Stage, bool Overdue, DateTimeOffset? Due, DepartmentId? Lead,
    MessageId Opener, GroupId Group, bool? Quoted = null);

/// <summary>A message of the unsure box as a line of its list; <paramref name="About"/> is the case that it opened.</summary>
public sealed record UnsureLine(int Number, UnsureReason Reason, MessageId Message, MemberId? Member, GroupId? Group, CaseLine? About);

/// <summary>Something to be told. Its text is rendered once, when its post is composed.</summary>
public sealed record Notice(Audience Audience, string Template, NoticeArgs Args, Pace Pace);
