namespace ChatIntake.Triage;

/// <summary>A set of words, or of pairs of characters, by their hashes in order: what two sets share is counted in one pass.</summary>
internal readonly struct WordSet
{
    private readonly ulong[] keys;

    private WordSet(ulong[] keys) => this.keys = keys;

    internal int Count => keys.Length;

    /// <summary>Takes hashes, in any order and several times.</summary>
    internal static WordSet Of(ReadOnlySpan<ulong> hashes)
    {
        ulong[] sorted = [.. hashes];
        Array.Sort(sorted);
        var kept = 0;
        for (var i = 0; i < sorted.Length; i++)
            if (i == 0 || sorted[i] != sorted[i - 1]) sorted[kept++] = sorted[i];
        Array.Resize(ref sorted, kept);
        return new WordSet(sorted);
    }

    internal bool Contains(ulong key) => Array.BinarySearch(keys, key) >= 0;

    internal ulong this[int i] => keys[i];

    /// <summary>How many the two have in common.</summary>
    internal int Shared(WordSet other)
    {
        var (a, b) = (keys, other.keys);
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) shared++;
            var (left, right) = (a[i], b[j]);
            if (left <= right) i++;
            if (right <= left) j++;
        }
        return shared;
    }
}
