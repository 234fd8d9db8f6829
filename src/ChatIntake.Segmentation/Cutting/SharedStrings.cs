using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>
/// Words as strings, of which short ones are kept: a text consists mostly of few words, and a string that is there already need be neither made nor collected. Of a
/// fixed size: a slot is overwritten by the next word that falls on it.
/// </summary>
internal static class SharedStrings
{
    private const int SlotBits = 14, LongestKept = 4;

    private static readonly Kept?[] Slots = new Kept?[1 << SlotBits];

    private sealed record Kept(ulong Characters, string Word);

    /// <summary>The strings of all words of a text.</summary>
    internal static List<string> Of(string text, ReadOnlySpan<int> ends)
    {
        var strings = new List<string>(ends.Length);
        CollectionsMarshal.SetCount(strings, ends.Length);
        var into = CollectionsMarshal.AsSpan(strings);
        var start = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            into[i] = Word(text, start, ends[i] - start);
            start = ends[i];
        }
        return strings;
    }

    private static string Word(string text, int start, int length)
    {
        if (length > LongestKept || start > text.Length - LongestKept) return text.Substring(start, length);
        // Four characters in one number, of which those of the word are left.
        var characters = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.AsRef(in text.AsSpan()[start]))) << (64 - (16 * length));
        ref var slot = ref Slots[characters * 0x9E3779B97F4A7C15 >> (64 - SlotBits)];
        var kept = Volatile.Read(ref slot);
        if (kept is not null && kept.Characters == characters && kept.Word.Length == length) return kept.Word;
        var word = text.Substring(start, length);
        Volatile.Write(ref slot, new Kept(characters, word));
        return word;
    }
}
