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
    private readonly Word?[] words;

    // The nearest state along the falls, itself included, that ends a word; 0 for none.
    private readonly int[] speaks;

    internal LexiconMatcher(IEnumerable<LexiconEntry> entries)
    {
        var tree = new Planted();
        foreach (var entry in entries.Where(e => e.Sign is not (Sign.Word or Sign.UrgentTopic))) tree.Plant(entry);
        (fall, speaks) = (new int[tree.Count], new int[tree.Count]);
        words = [.. tree.Words];
        foreach (var ((state, next), to) in tree.Moves)
        {
            if (state == 0) first[next] = to;
            moves.Add(Key(state, next));
            targets.Add(to);
        }
        Link(tree);
    }

    /// <summary>All hits, in the order in which they end.</summary>
    internal List<Hit> Find(TextView view) => Find(view, out _);

    /// <summary>The same, and how many words were looked at on the way.</summary>
    internal List<Hit> Find(TextView view, out int looks)
    {
        looks = 0;
        var hits = new List<Hit>();
        List<Begun>? begun = null;
        var text = view.Text;
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, text[i]);
            for (var s = speaks[state]; s != 0; s = speaks[fall[s]])
            {
                var word = words[s]!;
                looks += 1 + word.Whole.Count + word.Begins.Count + (word.GoesOn ? begun?.Count ?? 0 : 0);
                var start = i + 1 - word.Length;
                if (!Stands(text, start, i + 1)) continue;
                foreach (var entry in word.Whole) hits.Add(new Hit(entry, start, i + 1));
                if (word.GoesOn && begun is not null) GoOn(view, hits, begun, s, start, i + 1);
                foreach (var chain in word.Begins) Reach(begun ??= [], new Begun(chain, 1, start, i + 1));
            }
        }
        return hits;
    }

    // 120 is no hit in 1200, nor ok in book: digits and Latin letters have edges.
    private static bool Stands(string text, int start, int end) =>
        !(start > 0 && OfOneRun(text[start - 1], text[start])) && !(end < text.Length && OfOneRun(text[end - 1], text[end]));

    private static bool OfOneRun(char a, char b) =>
        char.IsAsciiDigit(a) && char.IsAsciiDigit(b) || char.IsAsciiLetter(a) && char.IsAsciiLetter(b);

    // Only patterns that have begun are asked whether the word is their next: common words are the next of very many.
    private static void GoOn(TextView view, List<Hit> hits, List<Begun> begun, int word, int start, int end)
    {
        for (var i = 0; i < begun.Count; i++)
        {
            var (chain, next, from, before) = begun[i];
            if (start - before > WideGap || Array.IndexOf(chain.Words[next], word) < 0 || !Follows(view, chain.Entry.Pattern.Parts[next].Before, before, start)) continue;
            if (next == chain.Words.Length - 1) hits.Add(new Hit(chain.Entry, from, end));
            else Reach(begun, new Begun(chain, next + 1, from, end));
        }
    }

    // The latest place counts; one so far back that nothing can follow it gives its room to another.
    private static void Reach(List<Begun> begun, Begun reached)
    {
        for (var i = 0; i < begun.Count; i++)
            if (ReferenceEquals(begun[i].Chain, reached.Chain) && begun[i].Next == reached.Next || reached.Start - begun[i].End > WideGap)
            {
                begun[i] = reached;
                return;
            }
        begun.Add(reached);
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
            speaks[state] = words[state] is null ? speaks[fall[state]] : state;
            foreach (var (next, to) in children[state])
            {
                fall[to] = state == 0 ? 0 : Step(fall[state], next);
                queue.Enqueue(to);
            }
        }
    }

    // A word that stands in patterns: alone, as their beginning, or as what follows.
    private sealed class Word(int length)
    {
        internal int Length => length;

        internal List<LexiconEntry> Whole { get; } = [];

        internal List<Chain> Begins { get; } = [];

        internal bool GoesOn { get; set; }
    }

    // A pattern of several words, with the states that end each.
    private sealed class Chain(LexiconEntry entry, int[][] words)
    {
        internal LexiconEntry Entry => entry;

        internal int[][] Words => words;
    }

    // A pattern that was found up to a word, and the number of the next.
    private readonly record struct Begun(Chain Chain, int Next, int Start, int End);

    // The words as a tree of characters.
    private sealed class Planted
    {
        internal Dictionary<(int State, char Next), int> Moves { get; } = [];

        internal List<Word?> Words { get; } = [null];

        internal int Count => Words.Count;

        internal void Plant(LexiconEntry entry)
        {
            int[][] states = [.. entry.Pattern.Parts.Select(p => p.Variants.Select(StateOf).Distinct().ToArray())];
            if (states.Length == 1)
            {
                foreach (var state in states[0]) Words[state]!.Whole.Add(entry);
                return;
            }
            var chain = new Chain(entry, states);
            foreach (var state in states[0]) Words[state]!.Begins.Add(chain);
            foreach (var state in states.Skip(1).SelectMany(s => s)) Words[state]!.GoesOn = true;
        }

        private int StateOf(string word)
        {
            var state = 0;
            foreach (var c in word)
            {
                if (!Moves.TryGetValue((state, c), out var next))
                {
                    next = Moves[(state, c)] = Words.Count;
                    Words.Add(null);
                }
                state = next;
            }
            Words[state] ??= new Word(word.Length);
            return state;
        }
    }
}
