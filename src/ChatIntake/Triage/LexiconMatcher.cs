namespace ChatIntake.Triage;

/// <summary>
/// Finds all entries of a lexicon in one pass over a text, however many entries there are
/// (Aho and Corasick, Efficient string matching, 1975).
/// </summary>
internal sealed class LexiconMatcher
{
    private const int NearGap = 8;
    private const int WideGap = 30;

    private readonly Dictionary<(int State, char Next), int> moves = [];
    private readonly List<int> fall = [0];
    private readonly List<List<(LexiconEntry Entry, int Part, int Length)>?> ends = [null];
    // The nearest state along the falls, itself included, that ends a word; 0 for none.
    private readonly List<int> speaks = [0];

    internal LexiconMatcher(IEnumerable<LexiconEntry> entries)
    {
        foreach (var entry in entries.Where(e => e.Sign is not (Sign.Word or Sign.UrgentTopic)))
            for (var part = 0; part < entry.Pattern.Parts.Count; part++)
                foreach (var variant in entry.Pattern.Parts[part].Variants)
                    Plant(variant, (entry, part, variant.Length));
        Link();
    }

    /// <summary>All hits, in the order in which they end.</summary>
    internal List<Hit> Find(TextView view)
    {
        var hits = new List<Hit>();
        var reached = new Dictionary<(int Entry, int Part), (int Start, int End)>();
        var state = 0;
        for (var i = 0; i < view.Text.Length; i++)
        {
            state = Step(state, view.Text[i]);
            for (var s = speaks[state]; s != 0; s = speaks[fall[s]])
                foreach (var (entry, part, length) in ends[s]!)
                    if (Stands(view.Text, i + 1 - length, i + 1)) Advance(view, hits, reached, entry, part, i + 1 - length, i + 1);
        }
        return hits;
    }

    // 120 is no hit in 1200, nor ok in book: digits and Latin letters have edges.
    private static bool Stands(string text, int start, int end) =>
        !(start > 0 && OfOneRun(text[start - 1], text[start])) && !(end < text.Length && OfOneRun(text[end - 1], text[end]));

    private static bool OfOneRun(char a, char b) =>
        char.IsAsciiDigit(a) && char.IsAsciiDigit(b) || char.IsAsciiLetter(a) && char.IsAsciiLetter(b);

    private static void Advance(
        TextView view, List<Hit> hits, Dictionary<(int, int), (int Start, int End)> reached, LexiconEntry entry, int part, int start, int end)
    {
        var parts = entry.Pattern.Parts;
        var first = start;
        if (part > 0)
        {
            if (!reached.TryGetValue((entry.Index, part - 1), out var before) || !Follows(view, parts[part].Before, before.End, start)) return;
            first = before.Start;
        }
        if (part == parts.Count - 1) hits.Add(new Hit(entry, first, end));
        else reached[(entry.Index, part)] = (first, end);
    }

    private static bool Follows(TextView view, Gap gap, int end, int start)
    {
        if (start < end) return false;
        return gap == Gap.Near
            ? start - end <= NearGap && view.ClauseAt(end - 1) == view.ClauseAt(start)
            : start - end <= WideGap && view.SentenceAt(end - 1) == view.SentenceAt(start);
    }

    private int Step(int state, char next)
    {
        while (true)
        {
            if (moves.TryGetValue((state, next), out var to)) return to;
            if (state == 0) return 0;
            state = fall[state];
        }
    }

    private void Plant(string word, (LexiconEntry, int, int) end)
    {
        var state = 0;
        foreach (var c in word)
        {
            if (!moves.TryGetValue((state, c), out var next))
            {
                next = fall.Count;
                moves[(state, c)] = next;
                fall.Add(0);
                ends.Add(null);
                speaks.Add(0);
            }
            state = next;
        }
        (ends[state] ??= []).Add(end);
    }

    private void Link()
    {
        var children = moves.ToLookup(m => m.Key.State, m => (m.Key.Next, To: m.Value));
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var state))
        {
            speaks[state] = ends[state] is null ? speaks[fall[state]] : state;
            foreach (var (next, to) in children[state])
            {
                fall[to] = state == 0 ? 0 : Step(fall[state], next);
                queue.Enqueue(to);
            }
        }
    }
}
