namespace ChatIntake.Triage;

/// <summary>A message that says again, nearly word for word, what stands in an open case of the same enterprise adds to it.</summary>
internal sealed class RepostJudge : IJudge
{
    private const int Shortest = 8;
    private const double Near = 0.8;

    public Verdict? Judge(Occasion occasion)
    {
        if (occasion.Reading.Core.Length < Shortest) return null;
        foreach (var known in occasion.Open.Reverse())
            foreach (var text in Texts(occasion, known))
                if (Likeness(occasion.Reading.Core, TextView.Bare(TextView.Normalise(text))) >= Near)
                    return Verdicts.OfCase(VerdictKind.Addition, known, occasion, [new Reason("repost", known.Id.ToString(), 1)]);
        return null;
    }

    /// <summary>The share of pairs of neighbouring characters that two texts have in common, 0 to 1.</summary>
    internal static double Likeness(string a, string b)
    {
        if (a == b) return 1;
        var (few, many) = a.Length < b.Length ? (a, b) : (b, a);
        if (few.Length < 2 || few.Length < Near * many.Length) return 0;
        var pairs = new HashSet<(char, char)>();
        for (var i = 1; i < few.Length; i++) pairs.Add((few[i - 1], few[i]));
        var others = new HashSet<(char, char)>();
        for (var i = 1; i < many.Length; i++) others.Add((many[i - 1], many[i]));
        var shared = pairs.Count(others.Contains);
        return (double)shared / (pairs.Count + others.Count - shared);
    }

    private static IEnumerable<string> Texts(Occasion occasion, KnownCase known)
    {
        yield return known.OpenerText;
        foreach (var id in known.Messages)
            if (occasion.Past(id) is { } past && past.Text != known.OpenerText) yield return past.Text;
    }
}
