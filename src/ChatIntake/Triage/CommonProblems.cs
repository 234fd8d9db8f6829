using System.Globalization;
using ChatIntake.Chat;
using ChatIntake.Learning;
using ChatIntake.Triage.Model;

namespace ChatIntake.Triage;

/// <summary>Finds common problems (共性问题): reports of different enterprises that have one cause.</summary>
public static class CommonProblems
{
    // How many earlier cases a case is compared with at most.
    private const int Reach = 200;

    /// <summary>
    /// A label for each case that shares its problem with a case of another enterprise; cases that are alone have none.
    /// The label names topic and first case (<c>transport.held/12</c>) and depends on nothing but the cases given.
    /// </summary>
    public static IReadOnlyDictionary<CaseId, string> Group(IReadOnlyList<KnownCase> cases, TriageRules rules)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rules);
        var ordered = cases.Where(c => c.Topics.Count > 0).OrderBy(c => c.Id.Value).ToList();
        var readings = ordered.ConvertAll(c => new Reading(c.OpenerText, rules.Reading));
        var parents = Enumerable.Range(0, ordered.Count).ToArray();
        var bag = new FeatureBag();
        Span<double> p = stackalloc double[2];
        for (var i = 1; i < ordered.Count; i++)
            for (var j = i - 1; j >= Math.Max(0, i - Reach); j--)
            {
                if (ordered[i].Enterprise == ordered[j].Enterprise || ordered[i].OpenedAt - ordered[j].OpenedAt > CommonFeatures.Reach) continue;
                bag.Clear();
                CommonFeatures.Collect(ordered[i], readings[i], ordered[j], readings[j], bag);
                p.Clear();
                rules.Model.Common.Score(bag, p);
                if (p[1] > p[0]) parents[Root(parents, i)] = Root(parents, j);
            }
        var labels = new Dictionary<CaseId, string>();
        foreach (var group in Enumerable.Range(0, ordered.Count).GroupBy(i => Root(parents, i)).Where(g => g.Select(i => ordered[i].Enterprise).Distinct().Count() > 1))
            foreach (var i in group) labels[ordered[i].Id] = string.Create(CultureInfo.InvariantCulture, $"{ordered[group.First()].Topics[0].Code}/{ordered[group.First()].Id.Value}");
        return labels;
    }

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i) i = parents[i] = parents[parents[i]];
        return i;
    }
}
