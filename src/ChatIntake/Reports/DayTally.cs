using System.Collections.Immutable;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;

namespace ChatIntake.Reports;

/// <summary>
/// The report day so far, counted from facts and from nothing else: which cases the facts left open, and how often each kind of
/// move happened. The daily balance holds it against the cases themselves, which other code keeps.
/// </summary>
public sealed record DayTally
{
    public static DayTally Empty { get; } = new();

    /// <summary>Open cases at the last cut.</summary>
    public int OpenBefore { get; init; }

    public DayMoves Moves { get; init; } = new();

    /// <summary>Open parts of each case that the facts left open.</summary>
    public ImmutableSortedDictionary<long, ImmutableHashSet<int>> Open { get; init; } = ImmutableSortedDictionary<long, ImmutableHashSet<int>>.Empty;

    /// <summary>Cases opened since the last cut, for the counts by category.</summary>
    public ImmutableHashSet<long> NewCases { get; init; } = [];

    /// <summary>How often each case was resolved since the last cut; a resolution that was undone counts, as it does among the moves.</summary>
    public ImmutableSortedDictionary<long, int> ResolvedCases { get; init; } = ImmutableSortedDictionary<long, int>.Empty;

    public DayTally Count(FactEnvelope envelope) => envelope.Body switch
    {
        CaseOpened fact => this with
        {
            Open = Open.SetItem(fact.Case.Value, [.. fact.Parts.Select(p => p.Number)]),
            Moves = Moves with { New = Moves.New + 1 },
            NewCases = NewCases.Add(fact.Case.Value),
        },
        CaseResolved fact => End(fact.Case, fact.Parts, m => m with { Resolved = m.Resolved + 1 }, resolved: true),
        CaseConfirmed fact => End(fact.Case, fact.Parts, m => m with { Resolved = m.Resolved + 1 }, resolved: true),
        CaseWithdrawn fact => End(fact.Case, fact.Parts, m => m with { Withdrawn = m.Withdrawn + 1 }, resolved: false),
        CaseRefused fact => End(fact.Case, fact.Parts, m => m with { Refused = m.Refused + 1 }, resolved: false),
        CaseMerged fact => Return(new ReturnedCase(fact.Case, null)),
        CommandUndone fact => fact.Cases.Aggregate(this, (tally, returned) => tally.Return(returned)),
        DayCut or DayUnbalanced => Empty with { OpenBefore = Open.Count, Open = Open },
        _ => this,
    };

    private DayTally End(CaseId id, ImmutableArray<int> parts, Func<DayMoves, DayMoves> move, bool resolved)
    {
        if (!Open.TryGetValue(id.Value, out var open)) return this;
        var left = open.Except(parts);
        if (!left.IsEmpty) return this with { Open = Open.SetItem(id.Value, left) };
        return this with
        {
            Open = Open.Remove(id.Value),
            Moves = move(Moves),
            ResolvedCases = resolved ? ResolvedCases.SetItem(id.Value, ResolvedCases.GetValueOrDefault(id.Value) + 1) : ResolvedCases,
        };
    }

    private DayTally Return(ReturnedCase returned)
    {
        var id = returned.Case.Value;
        var wasOpen = Open.ContainsKey(id);
        ImmutableHashSet<int> open = returned.Value is { } value ? [.. value.Parts.Where(p => p.Stage < Stage.Resolved).Select(p => p.Number)] : [];
        var after = this with { Open = open.IsEmpty ? Open.Remove(id) : Open.SetItem(id, open) };
        return (wasOpen, !open.IsEmpty) switch
        {
            (true, false) => after with { Moves = Moves with { UndoneOpenings = Moves.UndoneOpenings + 1 } },
            (false, true) => after with { Moves = Moves with { UndoneClosings = Moves.UndoneClosings + 1 } },
            _ => after,
        };
    }
}
