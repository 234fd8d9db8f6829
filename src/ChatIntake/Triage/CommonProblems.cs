using System.Globalization;
using ChatIntake.Chat;

namespace ChatIntake.Triage;

/// <summary>
/// Finds common problems (共性问题): cases of different enterprises with the same topic, close in time and in words.
/// </summary>
public static class CommonProblems
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Together = TimeSpan.FromHours(2);
    private static readonly TimeSpan Near = TimeSpan.FromDays(7);
    private const double AlikeAtOnce = 0.08;
    private const double Alike = 0.3;
    private const double Weak = 2;
    // How many earlier cases of a topic a case is compared with at most.
    private const int Reach = 40;

    /// <summary>
    /// A label for each case that shares its problem with a case of another enterprise; cases that are alone have none.
    /// The label names topic and first case (<c>transport.held/12</c>) and depends on nothing but the cases given.
    /// </summary>
    public static IReadOnlyDictionary<CaseId, string> Group(IReadOnlyList<KnownCase> cases, TriageRules rules)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rules);
        var labels = new Dictionary<CaseId, string>();
        foreach (var topic in cases.Where(c => c.Topics.Count > 0).OrderBy(c => c.Id.Value).GroupBy(c => c.Topics[0]))
            foreach (var group in Clusters([.. topic], rules).Where(g => g.Select(c => c.Enterprise).Distinct().Count() > 1))
                foreach (var known in group)
                    labels[known.Id] = string.Create(CultureInfo.InvariantCulture, $"{topic.Key}/{group[0].Id.Value}");
        return labels;
    }

    private static IEnumerable<List<KnownCase>> Clusters(List<KnownCase> cases, TriageRules rules)
    {
        var readings = cases.ConvertAll(c => new Reading(c.OpenerText, rules));
        var parents = Enumerable.Range(0, cases.Count).ToArray();
        for (var i = 1; i < cases.Count; i++)
            for (var j = i - 1; j >= Math.Max(0, i - Reach); j--)
                if (Shared(cases[i], readings[i], cases[j], readings[j])) parents[Root(parents, i)] = Root(parents, j);
        return Enumerable.Range(0, cases.Count).GroupBy(i => Root(parents, i)).Select(g => g.Select(i => cases[i]).ToList());
    }

    private static bool Shared(KnownCase later, Reading laterText, KnownCase earlier, Reading earlierText)
    {
        if (later.Enterprise == earlier.Enterprise) return false;
        var apart = (later.OpenedAt - earlier.OpenedAt).Duration();
        if (apart > Near) return false;
        // Who says "us too", or names no matter, got the topic from the neighbour.
        if (apart <= Together && (laterText.Signs[Sign.MeToo] > 0 || laterText.Topics.BestScore < Weak)) return true;
        if (apart <= AtOnce) return true;
        return Overlap(laterText.Words, earlierText.Words) >= (apart <= Together ? AlikeAtOnce : Alike);
    }

    private static double Overlap(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var few = Math.Min(a.Count, b.Count);
        return few == 0 ? 0 : (double)a.Count(b.Contains) / few;
    }

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i) i = parents[i] = parents[parents[i]];
        return i;
    }
}
