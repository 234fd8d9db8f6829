using System.Numerics;

namespace ChatIntake.Learning;

/// <summary>Maps the keys of features to rows 0, 1, 2, ...; open addressing, so that a look-up touches one or two cache lines.</summary>
internal sealed class FeatureTable
{
    // The row counts from 1; 0 is an empty slot.
    private (ulong Key, int Row)[] slots;
    private int mask;

    internal FeatureTable(int capacity = 1024)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        (slots, mask) = (new (ulong, int)[size], size - 1);
    }

    internal int Count { get; private set; }

    /// <summary>The row of a key, or -1.</summary>
    internal int Find(ulong key)
    {
        for (var i = Slot(key);; i = (i + 1) & mask)
        {
            ref readonly var slot = ref slots[i];
            if (slot.Row == 0) return -1;
            if (slot.Key == key) return slot.Row - 1;
        }
    }

    /// <summary>The row of a key, a new one where it has none.</summary>
    internal int Add(ulong key)
    {
        if (Count * 2 > mask) Grow();
        var i = Slot(key);
        for (; slots[i].Row != 0; i = (i + 1) & mask)
            if (slots[i].Key == key) return slots[i].Row - 1;
        slots[i] = (key, ++Count);
        return Count - 1;
    }

    private int Slot(ulong key) => (int)((key ^ (key >> 29)) * 0x9e3779b97f4a7c15 >> 40) & mask;

    private void Grow()
    {
        var old = slots;
        (slots, mask) = (new (ulong, int)[old.Length * 2], old.Length * 2 - 1);
        foreach (var slot in old)
        {
            if (slot.Row == 0) continue;
            var at = Slot(slot.Key);
            while (slots[at].Row != 0) at = (at + 1) & mask;
            slots[at] = slot;
        }
    }
}
