using ChatIntake.Learning;

namespace ChatIntake.Triage;

/// <summary>
/// Finds all entries of a lexicon in one pass over a text, however many entries there are
/// (Aho and Corasick, Efficient string matching, 1975).
/// </summary>
internal sealed class LexiconMatcher
{
    private const int NearGap = 8;
    private const int WideGap = 30;

    // The state behind each state and character, numbered by the table; the root's own are looked up directly.
    private readonly FeatureTable moves = new();
    private readonly List<int> targets = [];
    private readonly int[] first = new int[char.MaxValue + 1];
    private readonly int[] fall;
    private readonly (LexiconEntry Entry, int Part, int Length)[][] ends;

    // The nearest state along the falls, itself included, that ends a word; 0 for none.
    private readonly int[] speaks;

    internal LexiconMatcher(IEnumerable<LexiconEntry> entries)
    {
        var tree = new Planted();
        foreach (var entry in entries.Where(e => e.Sign is not (Sign.Word or Sign.UrgentTopic)))
            for (var part = 0; part < entry.Pattern.Parts.Count; part++)
                foreach (var variant in entry.Pattern.Parts[part].Variants)
                    tree.Plant(variant, (entry, part, variant.Length));
        (fall, speaks) = (new int[tree.Count], new int[tree.Count]);
        ends = [.. tree.Ends.Select(e => e is null ? [] : e.ToArray())];
        foreach (var ((state, next), to) in tree.Moves)
        {
            if (state == 0) first[next] = to;
            moves.Add(Key(state, next));
            targets.Add(to);
        }
        Link(tree);
    }

    /// <summary>All hits, in the order in which they end.</summary>
    internal List<Hit> Find(TextView view)
    {
        var hits = new List<Hit>();
        Dictionary<(int Entry, int Part), (int Start, int End)>? reached = null;
        var state = 0;
        for (var i = 0; i < view.Text.Length; i++)
        {
            state = Step(state, view.Text[i]);
            for (var s = speaks[state]; s != 0; s = speaks[fall[s]])
                foreach (var (entry, part, length) in ends[s])
                {
                    if (!Stands(view.Text, i + 1 - length, i + 1)) continue;
                    if (entry.Pattern.Parts.Count == 1) hits.Add(new Hit(entry, i + 1 - length, i + 1));
                    else Advance(view, hits, reached ??= [], entry, part, i + 1 - length, i + 1);
                }
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

    private static ulong Key(int state, char next) => ((ulong)(uint)state << 16) | next;

    private int Step(int state, char next)
    {
        for (; state != 0; state = fall[state])
            if (moves.Find(Key(state, next)) is >= 0 and var move) return targets[move];
        return first[next];
    }

    private void Link(Planted tree)
    {
        var children = tree.Moves.ToLookup(m => m.Key.State, m => (m.Key.Next, To: m.Value));
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var state))
        {
            speaks[state] = ends[state].Length == 0 ? speaks[fall[state]] : state;
            foreach (var (next, to) in children[state])
            {
                fall[to] = state == 0 ? 0 : Step(fall[state], next);
                queue.Enqueue(to);
            }
        }
    }

    // The words as a tree of characters.
    private sealed class Planted
    {
        internal Dictionary<(int State, char Next), int> Moves { get; } = [];

        internal List<List<(LexiconEntry, int, int)>?> Ends { get; } = [null];

        internal int Count => Ends.Count;

        internal void Plant(string word, (LexiconEntry, int, int) end)
        {
            var state = 0;
            foreach (var c in word)
            {
                if (!Moves.TryGetValue((state, c), out var next))
                {
                    next = Moves[(state, c)] = Ends.Count;
                    Ends.Add(null);
                }
                state = next;
            }
            (Ends[state] ??= []).Add(end);
        }
    }
}
