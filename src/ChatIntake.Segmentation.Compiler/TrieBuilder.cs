using System.Numerics;
using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>Lays a set of words out as a double-array trie, see <see cref="TrieNode"/>.</summary>
internal sealed class TrieBuilder
{
    private readonly Alphabet alphabet;
    private readonly Draft root = new();
    private readonly Bits taken = new(TrieNode.MaxBase + TrieNode.CodeMask);
    private readonly Bits usedBases = new(TrieNode.MaxBase + 64);
    private readonly List<ulong> slots = [];
    private int firstFree;

    internal TrieBuilder(Alphabet alphabet, IEnumerable<KeyValuePair<string, int>> weights)
    {
        this.alphabet = alphabet;
        foreach (var (word, weight) in weights) Add(word, weight);
        Place();
    }

    /// <summary>By code: the node of the first character, empty and without children where no word begins so.</summary>
    internal ulong[] First { get; private set; } = [];

    /// <summary>The nodes further in, with empty slots behind them, so that any code may be added to any base.</summary>
    internal ulong[] Nodes { get; private set; } = [];

    /// <summary>How many slots the two have together.</summary>
    internal int SlotCount => First.Length + Nodes.Length;

    /// <summary>The slot of a word or the beginning of one, counted through the first nodes and then those further in; -1 where there is none.</summary>
    internal int SlotOf(string word)
    {
        var (node, slot) = (root, -1);
        foreach (var character in word)
        {
            var code = alphabet.CodeOf(character);
            if (node.Children is null || !node.Children.TryGetValue(code, out var child)) return -1;
            slot = node == root ? code : First.Length + node.Base + code;
            node = child;
        }
        return slot;
    }

    private sealed class Draft
    {
        internal SortedList<int, Draft>? Children;
        internal int Weight, Base;
    }

    private void Add(string word, int weight)
    {
        var node = root;
        foreach (var character in word)
        {
            var code = alphabet.CodeOf(character);
            node.Children ??= [];
            if (!node.Children.TryGetValue(code, out var child)) node.Children.Add(code, child = new Draft());
            node = child;
        }
        node.Weight = weight;
    }

    private void Place()
    {
        // Pairs first, so that what is looked up most lies close together. Then wide nodes first: they are the hardest to fit in.
        var inner = root.Children!.Values.Where(n => n.Children is not null).ToHashSet();
        var parents = Inner(root).Skip(1).OrderByDescending(inner.Contains).ThenByDescending(n => n.Children!.Count).ToList();
        foreach (var node in parents)
        {
            node.Base = FindBase(node.Children!.Keys);
            usedBases.Set(node.Base);
            foreach (var code in node.Children!.Keys)
            {
                taken.Set(node.Base + code);
                while (slots.Count <= node.Base + code) slots.Add(TrieNode.Empty);
            }
        }
        var leaf = slots.Count;
        if (leaf > TrieNode.MaxBase) throw new InvalidDataException("The words do not fit into the trie.");
        slots.AddRange(Enumerable.Repeat(TrieNode.Empty, alphabet.Count));
        foreach (var node in parents)
            foreach (var (code, child) in node.Children!)
                slots[node.Base + code] = Pack(child, code, leaf);
        First = [.. Enumerable.Range(0, alphabet.Count).Select(code => root.Children!.TryGetValue(code, out var node) ? Pack(node, code, leaf) : TrieNode.Empty | (uint)leaf)];
        Nodes = [.. slots];
    }

    private static ulong Pack(Draft node, int label, int leaf)
    {
        var filter = 0;
        foreach (var code in node.Children?.Keys ?? []) filter |= TrieNode.FilterBit(code);
        return TrieNode.Pack(node.Children is null ? leaf : node.Base, label, node.Weight, filter);
    }

    private static IEnumerable<Draft> Inner(Draft node)
    {
        if (node.Children is null) yield break;
        yield return node;
        foreach (var child in node.Children.Values)
            foreach (var inner in Inner(child))
                yield return inner;
    }

    // The lowest base at which all children fall on free slots. Sixty-four bases are tried at once.
    private int FindBase(IList<int> codes)
    {
        while (taken.Window(firstFree) == ulong.MaxValue) firstFree += 64;
        for (var at = Math.Max(0, firstFree - codes[0]); ; at += 64)
        {
            var fits = ~usedBases.Window(at);
            for (var i = 0; i < codes.Count && fits != 0; i++) fits &= ~taken.Window(at + codes[i]);
            if (fits != 0) return at + BitOperations.TrailingZeroCount(fits);
        }
    }

    private sealed class Bits(int count)
    {
        private readonly ulong[] words = new ulong[(count >> 6) + 2];

        internal void Set(int index) => words[index >> 6] |= 1UL << (index & 63);

        /// <summary>The sixty-four bits from an index on.</summary>
        internal ulong Window(int index)
        {
            var (word, shift) = (index >> 6, index & 63);
            return shift == 0 ? words[word] : words[word] >> shift | words[word + 1] << (64 - shift);
        }
    }
}
