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

    private static readonly int Count = Enum.GetValues<Sign>().Length;

    private readonly double[] sums = new double[Count];
    private readonly List<(Sign Sign, Hit Hit, double Weight)> found;
    private readonly TextView view;

    internal SignScorer(TextView view, IReadOnlyList<Hit> hits)
    {
        (this.view, found) = (view, new List<(Sign, Hit, double)>(hits.Count));
        var (turn, lastTrouble, lastEnd) = (-1, -1, 0);
        List<int>? unreal = null;
        for (var i = 0; i < hits.Count; i++)
        {
            var (entry, start) = (hits[i].Entry, hits[i].Start);
            if (entry.Sign == Sign.Turn) turn = Math.Max(turn, start);
            else if (entry is { Sign: Sign.Difficulty, Weight: >= 1 }) lastTrouble = Math.Max(lastTrouble, start);
            else if (entry.Sign is Sign.Hypothetical or Sign.Past) (unreal ??= []).Add(view.SentenceAt(start));
        }
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            var (sign, weight) = (hit.Entry.Sign, hit.Entry.Weight);
            if (sign == Sign.Topic) continue;
            if (sign == Sign.Difficulty && Denied(view.Text, hit)) sign = Sign.Good;
            else if (sign == Sign.Difficulty && unreal is not null && unreal.Contains(view.SentenceAt(hit.Start))) weight *= Faded;
            if (sign == Sign.Good && hit.End <= turn) weight *= Faded;
            else if (sign == Sign.Good && hit.End <= lastTrouble) weight *= Halved;
            sums[(int)sign] += weight;
            if (Telling(sign) && hit.End >= lastEnd) (Last, lastEnd) = (sign, hit.End);
            found.Add((sign, hit, weight));
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
        foreach (var (sign, hit, weight) in found)
            if (signs.Contains(sign)) yield return new Reason(Code(sign), view.Text[hit.Start..hit.End], weight);
    }

    private static bool Telling(Sign sign) => sign is Sign.Difficulty or Sign.Request or Sign.Good or Sign.Solved or Sign.Likely or Sign.Unsolved or Sign.Withdrawn
        or Sign.Thanks or Sign.Question or Sign.Banter or Sign.Partial or Sign.Impatience;

    private static string Code(Sign sign) => sign.ToString().ToLowerInvariant();

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
