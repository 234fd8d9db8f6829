namespace ChatIntake.Segmentation.Words;

/// <summary>A set of pairs of characters that may say yes to one it does not hold, never no to one it does. One writer, any number of readers.</summary>
internal sealed class PairFilter
{
    private readonly ulong[] words;
    private int count;

    /// <param name="bits">A power of two, at least 64.</param>
    internal PairFilter(int bits) => words = new ulong[bits / 64];

    internal int Bits => words.Length * 64;

    /// <summary>Whether more pairs would make it say yes too often.</summary>
    internal bool IsFull => count * 16 >= Bits;

    internal void Add(char first, char second)
    {
        if (MayHold(first, second)) return;
        var bit = Bit(first, second);
        words[bit >> 6] |= 1UL << (int)bit;
        count++;
    }

    internal bool MayHold(char first, char second)
    {
        var bit = Bit(first, second);
        return (words[bit >> 6] >> (int)bit & 1) != 0;
    }

    private uint Bit(char first, char second) => (((uint)first << 16 | second) * 0x9E3779B1 >> 8) & (uint)(Bits - 1);
}
