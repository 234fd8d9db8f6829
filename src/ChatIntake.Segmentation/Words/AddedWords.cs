namespace ChatIntake.Segmentation.Words;

/// <summary>
/// The words added to a segmenter, as a trie that only grows. One writer adds while any number of readers look: every change has a version, and a reader sees
/// nothing that is younger than the version it began with. Adding a word takes work by the length of the word alone.
/// </summary>
internal sealed class AddedWords
{
    internal const int None = -1, Root = 0;

    // Replaced by larger ones when full; who holds an old one still finds there all that is not too young for him.
    private Node[] nodes = new Node[64];
    private Entry[] entries = new Entry[64];
    private EdgeTable edges = new(128);
    private int nodeCount = 1, entryCount;

    internal AddedWords() => nodes[Root] = new Node { Latest = None };

    /// <summary>Which pairs of characters begin an added word, perhaps.</summary>
    internal PairFilter Pairs { get; private set; } = new(1024);

    /// <summary>Whether any word of one character was added.</summary>
    internal bool AnySingle { get; private set; }

    /// <summary>One value that a word was given.</summary>
    internal readonly record struct Entry(int Version, int Previous, long Frequency, double Log, string? Tag);

    private struct Node
    {
        // The youngest of the values given to this word; None for what is only the beginning of one.
        internal int Latest;

        // The version since which the model may not make this word either; 0 for never.
        internal int ForbiddenSince;

        // Whether a word ends here or goes on with a whole character. Behind half of a surrogate pair it does not: jieba counts code points.
        internal bool IsBeginning;
    }

    /// <summary>The node that a character leads to, or <see cref="None"/>.</summary>
    internal int Child(int node, char character) => Volatile.Read(ref edges).Find(node, character);

    /// <summary>The value of a word as of a version; false when it had none of its own then.</summary>
    internal bool TryGet(int node, int version, out Entry entry)
    {
        var at = Volatile.Read(ref Volatile.Read(ref nodes)[node].Latest);
        var all = Volatile.Read(ref entries);
        for (; at != None; at = all[at].Previous)
        {
            entry = all[at];
            if (entry.Version <= version) return true;
        }
        entry = default;
        return false;
    }

    /// <summary>Whether what leads to a node is a word or the beginning of one as jieba counts, by code points.</summary>
    internal bool IsBeginning(int node) => Volatile.Read(ref nodes)[node].IsBeginning;

    /// <summary>Whether a word was deleted by a version. It stays so for the model even when it is added again.</summary>
    internal bool IsForbidden(int node, int version) => Volatile.Read(ref nodes)[node].ForbiddenSince is > 0 and var since && since <= version;

    /// <summary>The writer's side: gives a word a value from a version on.</summary>
    internal void Add(string word, int version, long frequency, string? tag)
    {
        var node = Root;
        for (var i = 0; i < word.Length; i++)
        {
            var character = word[i];
            var child = edges.Find(node, character);
            if (child == None)
            {
                child = NewNode();
                if (edges.IsFull) Volatile.Write(ref edges, edges.Enlarged());
                edges.Add(node, character, child);
            }
            node = child;
            if (i + 1 == word.Length || !char.IsSurrogatePair(character, word[i + 1])) nodes[node].IsBeginning = true;
        }
        if (word.Length == 1) AnySingle = true;
        else Mark(word[0], word[1]);
        var previous = nodes[node].Latest;
        if (entryCount == entries.Length) Volatile.Write(ref entries, Enlarged(entries));
        entries[entryCount] = new Entry(version, previous, frequency, frequency > 0 ? Math.Log(frequency) : double.NegativeInfinity, tag ?? (previous == None ? null : entries[previous].Tag));
        if (frequency == 0 && nodes[node].ForbiddenSince == 0) nodes[node].ForbiddenSince = version;
        Volatile.Write(ref nodes[node].Latest, entryCount++);
    }

    private int NewNode()
    {
        if (nodeCount == nodes.Length) Volatile.Write(ref nodes, Enlarged(nodes));
        nodes[nodeCount] = new Node { Latest = None };
        return nodeCount++;
    }

    private void Mark(char first, char second)
    {
        if (Pairs.IsFull) Pairs = edges.PairsFrom(Root, Pairs.Bits * 4);
        Pairs.Add(first, second);
    }

    private static T[] Enlarged<T>(T[] array)
    {
        Array.Resize(ref array, array.Length * 2);
        return array;
    }
}
