using ChatIntake.Chat;

namespace ChatIntake.Triage;

/// <summary>How pressing a problem is; the order is the rank.</summary>
public enum Urgency
{
    Normal,

    /// <summary>People or vehicles held, stock for three days or less, a deadline within three days, or strong pressing.</summary>
    Urgent,

    /// <summary>Danger, or production stopped or about to within 24 hours, or live or fresh goods being lost.</summary>
    Critical,
}

/// <summary>What a message is, seen by triage.</summary>
public enum VerdictKind
{
    /// <summary>None of the below: greetings, thanks, figures, jokes, news.</summary>
    Chat,

    /// <summary>Starts one or several new problems of an enterprise.</summary>
    Report,

    /// <summary>Adds to, repeats or corrects a problem that is known.</summary>
    Addition,

    /// <summary>Says that a known problem is solved.</summary>
    Resolution,

    /// <summary>Takes a known problem back.</summary>
    Withdrawal,

    /// <summary>Asks for information without stating a difficulty.</summary>
    Question,

    /// <summary>A notice, reminder or questionnaire of an office.</summary>
    Notice,

    /// <summary>Staff speaking about the work: an answer or a question of theirs, not an instruction.</summary>
    Reply,
}

/// <summary>One problem of a report: a message may name several.</summary>
public sealed record Problem(Topic Topic, Urgency Urgency);

/// <summary>
/// One reason of a verdict. <paramref name="Code"/> names the rule (e.g. <c>word</c>, <c>quote</c>, <c>window</c>, <c>model</c>);
/// <paramref name="Text"/> is what was hit, in the words of the message or of the lexicon; <paramref name="Weight"/> is signed.
/// </summary>
public sealed record Reason(string Code, string Text, double Weight);

/// <summary>
/// What triage says of one message. For <see cref="VerdictKind.Report"/> there is at least one problem, the first named first;
/// for <see cref="VerdictKind.Addition"/>, <see cref="VerdictKind.Resolution"/> and <see cref="VerdictKind.Withdrawal"/> there is a case.
/// </summary>
public sealed record Verdict
{
    public required VerdictKind Kind { get; init; }

    /// <summary>The case that the message belongs to, for the kinds that have one.</summary>
    public CaseId? Case { get; init; }

    /// <summary>Whose problem it is; null on a report means that nobody could tell (待认领).</summary>
    public EnterpriseId? Enterprise { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Needs handling above one duty department (特殊问题).</summary>
    public bool Special { get; init; }

    /// <summary>On an addition: the urgency to which it raises the case, or null.</summary>
    public Urgency? RaisedTo { get; init; }

    /// <summary>How far the message is from the line at which it is a report, as a logit: from 0 on it is one. Null where that was not weighed.</summary>
    public double? Margin { get; init; }

    public IReadOnlyList<Reason> Reasons { get; init; } = [];
}
