using System.Text.RegularExpressions;

namespace ChatIntake.Triage;

/// <summary>Finds the problems of a message that names several: numbered, or parted by 另外, 还有就是 and the like.</summary>
internal static partial class ProblemSplitter
{
    private const double EnoughTrouble = 0.5;

    /// <summary>At least one problem, the first named first, no topic twice.</summary>
    internal static IReadOnlyList<Problem> Split(Occasion occasion)
    {
        var whole = occasion.Reading;
        var parts = Parts(whole, out var numbered);
        var problems = new List<Problem>();
        if (parts.Count > 1)
            foreach (var part in parts.Select(p => occasion.Read(p)))
            {
                if (!States(part, numbered)) continue;
                var topic = part.Topics.Best;
                var same = problems.FindIndex(p => p.Topic.Category == topic.Category);
                if (same < 0) problems.Add(new Problem(topic, part.Urgency.Stated));
                else if (part.Urgency.Stated > problems[same].Urgency) problems[same] = problems[same] with { Urgency = part.Urgency.Stated };
            }
        return problems.Count > 1 ? problems : [new Problem(whole.Topics.Best, whole.Urgency.Stated)];
    }

    // A numbered point is a problem even where it only names its matter.
    private static bool States(Reading part, bool numbered)
    {
        if (numbered && part.Topics.BestScore >= 3 && part.Signs[Sign.Good] < 1) return true;
        var trouble = part.Signs.Sum(Sign.Difficulty, Sign.Request, Sign.Danger) - part.Signs[Sign.Good];
        return part.Topics.BestScore >= 1 && trouble >= EnoughTrouble;
    }

    private static List<string> Parts(Reading whole, out bool numbered)
    {
        var text = whole.View.Text;
        var cuts = new SortedSet<int> { 0, text.Length };
        var numbers = Number().Matches(text);
        numbered = numbers.Count > 1;
        if (numbered)
            foreach (Match number in numbers) cuts.Add(number.Index);
        foreach (var hit in whole.Hits.Where(h => h.Entry.Sign == Sign.Separator)) cuts.Add(hit.Start);
        return [.. cuts.Zip(cuts.Skip(1), (a, b) => text[a..b]).Where(p => p.Length > 0)];
    }

    [GeneratedRegex(@"(?<![\d.])[(]?[1-9][).、:](?!\d)|[①②③④⑤⑥]|第?[一二三四五](?:是(?!不)|、)|其[一二三四](?=[,:是])|第[一二三四五](?=[,:个])")]
    private static partial Regex Number();
}
