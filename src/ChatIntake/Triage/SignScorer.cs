namespace ChatIntake.Triage;

/// <summary>
/// The sums of signs of a text. A difficulty that is denied counts as good news; one in a sentence of the past or of
/// the merely possible counts little; good news counts little before a turn (但是, 不过) and half before a trouble.
/// </summary>
internal sealed class SignScorer
{
    private const double Faded = 0.3;
    private const double Halved = 0.5;
    private const string Deniers = "没不未无莫冇别";
    private static readonly string[] LongDeniers =
    [
        "没有", "没得", "不会", "不再", "没再", "未再", "没出现", "没发生", "没有出现", "没有发生", "没受", "未受", "不怕", "不愁", "避免", "防止", "解除",
        "取消",
    ];

    private readonly double[] sums = new double[Enum.GetValues<Sign>().Length];
    private readonly List<Reason> reasons = [];

    internal SignScorer(TextView view, IReadOnlyList<Hit> hits)
    {
        var turn = hits.Where(h => h.Entry.Sign == Sign.Turn).Select(h => h.Start).DefaultIfEmpty(-1).Max();
        HashSet<int> unreal = [.. Sentences(view, hits, Sign.Hypothetical), .. Sentences(view, hits, Sign.Past)];
        var lastEnd = 0;
        var lastTrouble = hits.Where(h => h.Entry is { Sign: Sign.Difficulty, Weight: >= 1 }).Select(h => h.Start).DefaultIfEmpty(-1).Max();
        foreach (var hit in hits)
        {
            if (hit.Entry.Sign == Sign.Topic) continue;
            var (sign, weight) = (hit.Entry.Sign, hit.Entry.Weight);
            if (sign == Sign.Difficulty && Denied(view.Text, hit)) sign = Sign.Good;
            else if (sign == Sign.Difficulty && unreal.Contains(view.SentenceAt(hit.Start))) weight *= Faded;
            if (sign == Sign.Good && hit.End <= turn) weight *= Faded;
            else if (sign == Sign.Good && hit.End <= lastTrouble) weight *= Halved;
            sums[(int)sign] += weight;
            if (Telling(sign) && hit.End >= lastEnd) (Last, lastEnd) = (sign, hit.End);
            reasons.Add(new Reason(Code(sign), view.Text[hit.Start..hit.End], weight));
        }
    }

    /// <summary>What is said last of trouble, wishes and their ends; null where nothing of that is said.</summary>
    internal Sign? Last { get; private set; }

    internal double this[Sign sign] => sums[(int)sign];

    /// <summary>The signs taken together.</summary>
    internal double Sum(params ReadOnlySpan<Sign> signs)
    {
        var sum = 0d;
        foreach (var sign in signs) sum += sums[(int)sign];
        return sum;
    }

    /// <summary>The hits behind the sums, in the order of the text.</summary>
    internal IEnumerable<Reason> Reasons(params Sign[] signs)
    {
        var codes = signs.Select(Code).ToHashSet(StringComparer.Ordinal);
        return reasons.Where(r => codes.Contains(r.Code));
    }

    private static bool Telling(Sign sign) => sign is Sign.Difficulty or Sign.Request or Sign.Good or Sign.Solved or Sign.Likely or Sign.Unsolved or Sign.Withdrawn
        or Sign.Thanks or Sign.Question or Sign.Banter or Sign.Partial or Sign.Impatience;

    private static string Code(Sign sign) => sign.ToString().ToLowerInvariant();

    private static IEnumerable<int> Sentences(TextView view, IReadOnlyList<Hit> hits, Sign sign) =>
        hits.Where(h => h.Entry.Sign == sign).Select(h => view.SentenceAt(h.Start));

    private static bool Denied(string text, Hit hit)
    {
        if (Deniers.Contains(text[hit.Start], StringComparison.Ordinal) || text[hit.Start] == '难') return false;
        var before = text.AsSpan(0, hit.Start);
        if (before.Length > 0 && Deniers.Contains(before[^1], StringComparison.Ordinal)) return true;
        foreach (var denier in LongDeniers)
            if (before.EndsWith(denier, StringComparison.Ordinal)) return true;
        return false;
    }
}
