using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Triage;

namespace ChatIntake.Cases;

/// <summary>Where a part of a case stands; <see cref="Stages"/> has the names and what may follow what.</summary>
public enum Stage
{
    /// <summary>待受理</summary>
    AwaitingAcceptance,

    /// <summary>待派单</summary>
    AwaitingDispatch,

    /// <summary>待签收</summary>
    AwaitingSignature,

    /// <summary>办理中</summary>
    InHand,

    /// <summary>已办结: done, says the department.</summary>
    Resolved,

    /// <summary>已确认: done, says the enterprise.</summary>
    Confirmed,

    /// <summary>已撤回: taken back by the enterprise.</summary>
    Withdrawn,

    /// <summary>不予受理: no problem, or none to be handled.</summary>
    Refused,

    /// <summary>已作废: its opening was undone.</summary>
    Voided,
}

/// <summary>The promises that run with a part.</summary>
public enum ClockKind
{
    /// <summary>Speak with the enterprise (first 受理 or 回复).</summary>
    Contact,

    /// <summary>The department takes the order (签收).</summary>
    SignFor,

    /// <summary>A first answer.</summary>
    Interim,

    /// <summary>办结.</summary>
    Done,
}

/// <summary>
/// A due time with what became of it. <see cref="Revision"/> grows when the time is moved; a tick for an older one changes nothing.
/// </summary>
public sealed record CaseClock
{
    public required ClockKind Kind { get; init; }

    public required DateTimeOffset Due { get; init; }

    public int Revision { get; init; } = 1;

    public DateTimeOffset? MetAt { get; init; }

    /// <summary>When it was found to have passed unmet; null while it was not.</summary>
    public DateTimeOffset? MissedAt { get; init; }

    /// <summary>Whether its time has still to be watched.</summary>
    internal bool Running => MetAt is null && MissedAt is null;
}

/// <summary>One problem of a case, with its own department, clocks and stage.</summary>
public sealed record CasePart
{
    /// <summary>From 1, in the order in which the message named the problems.</summary>
    public required int Number { get; init; }

    public required Topic Topic { get; init; }

    public required Urgency Urgency { get; init; }

    public Stage Stage { get; init; }

    /// <summary>The department that leads; before dispatch the one that the routes propose.</summary>
    public DepartmentId? Lead { get; init; }

    public ImmutableArray<CaseClock> Clocks { get; init; } = [];

    /// <summary>Neither resolved nor ended otherwise.</summary>
    internal bool Open => Stage < Stage.Resolved;
}

/// <summary>
/// A case as the journal tells it. Like its parts and clocks it stands in facts (case.opened, command.undone): a changed shape is a new version of those.
/// </summary>
public sealed record CaseState
{
    public required CaseId Id { get; init; }

    public required MessageId Opener { get; init; }

    public required GroupId Group { get; init; }

    /// <summary>Who posted the opener.</summary>
    public required MemberId Reporter { get; init; }

    /// <summary>Whose problem it is; null while nobody knows (待认领).</summary>
    public EnterpriseId? Enterprise { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The highest urgency of its parts, or what later messages raised it to.</summary>
    public required Urgency Urgency { get; init; }

    public bool Special { get; init; }

    /// <summary>How far it was escalated, see <see cref="Escalation.Levels"/>; 0 is the desk itself.</summary>
    public int Level { get; init; }

    public ImmutableArray<CasePart> Parts { get; init; } = [];

    public ImmutableArray<MessageId> Messages { get; init; } = [];

    public required DateTimeOffset LastHeardAt { get; init; }

    /// <summary>When the last part was resolved or ended; null while open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Counts the facts about the case.</summary>
    public int Revision { get; init; }

    /// <summary>The input that caused the last of them.</summary>
    public InputId LastInput { get; init; }

    /// <summary>Neither resolved nor ended otherwise.</summary>
    internal bool Open => Parts.Any(p => p.Open);

    /// <summary>The stage of the least advanced open part; of the last part to end where none is open.</summary>
    internal Stage Stage => Open ? Parts.Where(p => p.Open).Min(p => p.Stage) : Parts.Max(p => p.Stage);

    /// <summary>The due time of some clock of an open part has passed and the clock is still unmet.</summary>
    internal bool Overdue => Parts.Any(p => p.Open && p.Clocks.Any(c => c.MissedAt is not null && c.MetAt is null));

    internal IEnumerable<int> OpenParts => Parts.Where(p => p.Open).Select(p => p.Number);
}
