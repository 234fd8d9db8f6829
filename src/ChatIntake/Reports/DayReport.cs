using System.Collections.Immutable;
using ChatIntake.Chat;

namespace ChatIntake.Reports;

/// <summary>What moved the number of open cases during a report day, counted from facts alone.</summary>
public sealed record DayMoves
{
    public int New { get; init; }

    public int UndoneClosings { get; init; }

    public int Resolved { get; init; }

    public int Withdrawn { get; init; }

    public int Refused { get; init; }

    public int UndoneOpenings { get; init; }

    /// <summary>What the day added to the open cases.</summary>
    internal int Net => New + UndoneClosings - Resolved - Withdrawn - Refused - UndoneOpenings;
}

/// <summary>Resumed of listed enterprises of a tier.</summary>
public sealed record TierResumption(string Tier, int Resumed, int Listed);

/// <summary>Cases of one category at the cut.</summary>
public sealed record CategoryCount(string Category, int New, int Resolved, int Open);

/// <summary>The numbers of a report day: from the last cut to this one, as facts and cases had them at the cut.</summary>
public sealed record DayReport
{
    public required DateOnly Day { get; init; }

    /// <summary>The position of the last fact that counts.</summary>
    public required long Position { get; init; }

    public required int OpenBefore { get; init; }

    public required DayMoves Moves { get; init; }

    /// <summary>Counted from the cases.</summary>
    public required int OpenNow { get; init; }

    public required int Overdue { get; init; }

    public required ImmutableArray<CategoryCount> Categories { get; init; }

    public required ImmutableArray<TierResumption> Resumption { get; init; }

    /// <summary>Open cases that need somebody's decision: overdue, escalated, special or nobody's.</summary>
    public required ImmutableArray<CaseId> NeedDecision { get; init; }

    /// <summary>Whether what the facts say and what the cases say is the same.</summary>
    internal bool Balances => OpenBefore + Moves.Net == OpenNow;
}
