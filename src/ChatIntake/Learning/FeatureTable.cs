using System.Numerics;

namespace ChatIntake.Learning;

/// <summary>Maps the keys of features to rows 0, 1, 2, ...; open addressing, so that a look-up touches one or two cache lines.</summary>
internal sealed class FeatureTable
{
    private ulong[] keys;
    private int[] rows;
    private int mask;

    internal FeatureTable(int capacity = 1024)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        (keys, rows, mask) = (new ulong[size], new int[size], size - 1);
    }

    internal int Count { get; private set; }

    /// <summary>The row of a key, or -1.</summary>
    internal int Find(ulong key)
    {
        for (var i = Slot(key);; i = (i + 1) & mask)
        {
            if (rows[i] == 0) return -1;
            if (keys[i] == key) return rows[i] - 1;
        }
    }

    /// <summary>The row of a key, a new one where it has none.</summary>
    internal int Add(ulong key)
    {
        if (Count * 2 > mask) Grow();
        var i = Slot(key);
        for (; rows[i] != 0; i = (i + 1) & mask)
            if (keys[i] == key) return rows[i] - 1;
        (keys[i], rows[i]) = (key, ++Count);
        return Count - 1;
    }

    private int Slot(ulong key) => (int)((key ^ (key >> 29)) * 0x9e3779b97f4a7c15 >> 40) & mask;

    private void Grow()
    {
        var (oldKeys, oldRows) = (keys, rows);
        (keys, rows, mask) = (new ulong[oldKeys.Length * 2], new int[oldKeys.Length * 2], oldKeys.Length * 2 - 1);
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldRows[i] == 0) continue;
            var at = Slot(oldKeys[i]);
            while (rows[at] != 0) at = (at + 1) & mask;
            (keys[at], rows[at]) = (oldKeys[i], oldRows[i]);
        }
    }
}
