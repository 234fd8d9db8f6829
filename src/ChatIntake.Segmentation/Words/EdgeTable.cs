namespace ChatIntake.Segmentation.Words;

/// <summary>The edges of a trie in one hash table with open addressing, from parent and character to child. One writer, any number of readers.</summary>
internal sealed class EdgeTable
{
    private readonly ulong[] keys;
    private readonly int[] children;
    private int count;

    /// <param name="size">A power of two.</param>
    internal EdgeTable(int size) => (keys, children) = (new ulong[size], new int[size]);

    /// <summary>Whether more edges would make it slow.</summary>
    internal bool IsFull => count * 2 >= keys.Length;

    internal int Find(int parent, char character)
    {
        var key = Key(parent, character);
        for (var slot = Slot(key); ; slot = (slot + 1) & (keys.Length - 1))
        {
            var found = Volatile.Read(ref keys[slot]);
            if (found == key) return children[slot];
            if (found == 0) return AddedWords.None;
        }
    }

    internal void Add(int parent, char character, int child)
    {
        var key = Key(parent, character);
        var slot = Slot(key);
        while (keys[slot] != 0) slot = (slot + 1) & (keys.Length - 1);
        children[slot] = child;
        // Last, so that whoever sees the key sees the child.
        Volatile.Write(ref keys[slot], key);
        count++;
    }

    internal EdgeTable Enlarged()
    {
        var larger = new EdgeTable(keys.Length * 2);
        for (var slot = 0; slot < keys.Length; slot++)
            if (keys[slot] != 0) larger.Add(Parent(keys[slot]), Character(keys[slot]), children[slot]);
        return larger;
    }

    /// <summary>The first two characters of all words, by a filter of the given size.</summary>
    internal PairFilter PairsFrom(int root, int bits)
    {
        var firsts = new Dictionary<int, char>();
        for (var slot = 0; slot < keys.Length; slot++)
            if (keys[slot] != 0 && Parent(keys[slot]) == root) firsts.Add(children[slot], Character(keys[slot]));
        var pairs = new PairFilter(bits);
        foreach (var key in keys)
            if (key != 0 && firsts.TryGetValue(Parent(key), out var first)) pairs.Add(first, Character(key));
        return pairs;
    }

    // Never 0, which marks an empty slot.
    private static ulong Key(int parent, char character) => ((ulong)(uint)parent << 16 | character) + 1;

    private static int Parent(ulong key) => (int)((key - 1) >> 16);

    private static char Character(ulong key) => (char)(key - 1);

    private int Slot(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> 32) & (keys.Length - 1);
}
