using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Reports;

/// <summary>Cuts the report day: counts, holds facts against cases, and tells the summary only if both agree.</summary>
internal static class DecideCut
{
    private static readonly TimeSpan LateCut = TimeSpan.FromHours(2);

    public static void Run(Deciding d, CutInput input)
    {
        if (d.State.LastCut >= input.Day) return;
        var report = Report(d.State, d.Rules.Roster, input.Day);
        if (report.Balances && Disagreeing(d.State).IsEmpty)
        {
            d.Emit(new DayCut(report));
            // A cut made up for after an outage is news to the staff only.
            if (input.RecordedAt - input.PostedAt <= LateCut)
                foreach (var group in d.Rules.Roster.Groups.Where(g => g.Kind == GroupKind.Enterprise))
                    d.Tell(Audience.Of(group.Id), "daily", new NoticeArgs { Report = report }, Pace.Now);
            d.Tell(Audience.Staff, "daily", new NoticeArgs { Report = report }, Pace.Now);
            return;
        }
        var disagreeing = Disagreeing(d.State);
        d.Emit(new DayUnbalanced(report, disagreeing));
        d.Tell(Audience.Staff, "daily.unbalanced", new NoticeArgs
        {
            Report = report, Cases = [.. disagreeing.Select(d.State.Case).OfType<Cases.CaseState>().Select(Lines.Of)],
        }, Pace.Now);
    }

    /// <summary>The numbers as the state has them.</summary>
    internal static DayReport Report(DeskState state, DeskRoster roster, DateOnly day)
    {
        var open = state.Cases.Values.Where(c => c.Open).ToList();
        return new DayReport
        {
            Day = day,
            Position = state.Position,
            OpenBefore = state.Tally.OpenBefore,
            Moves = state.Tally.Moves,
            OpenNow = open.Count,
            Overdue = open.Count(c => c.Overdue),
            Categories = [.. TopicCatalogue.Categories.Select(category => new CategoryCount(
                category,
                state.Tally.NewCases.Count(n => CategoryOf(state, n) == category),
                state.Tally.ResolvedCases.Where(r => CategoryOf(state, r.Key) == category).Sum(r => r.Value),
                open.Count(c => c.Parts[0].Topic.Category == category))).Where(c => c.New + c.Resolved + c.Open > 0)],
            Resumption = ResumptionRate.Of(state, roster),
            NeedDecision = [.. open.Where(c => c.Overdue || c.Level > 0 || c.Special || c.Enterprise is null).Select(c => c.Id)],
        };
    }

    private static ImmutableArray<CaseId> Disagreeing(DeskState state) =>
    [
        .. state.Cases.Values.Where(c => c.Open).Select(c => c.Id.Value).ToHashSet().SymmetricExcept(state.Tally.Open.Keys).Order().Select(n => new CaseId(n)),
    ];

    private static HashSet<long> SymmetricExcept(this HashSet<long> set, IEnumerable<long> other)
    {
        set.SymmetricExceptWith(other);
        return set;
    }

    private static string CategoryOf(DeskState state, long number) => state.Cases[number].Parts[0].Topic.Category;
}
