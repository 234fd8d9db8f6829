using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>
/// Words as strings, of which short ones are shared: a text consists mostly of few words, and a string that is there already need be neither made nor collected. The
/// table is of a fixed size, and the first word to come to a slot keeps it: one that comes early is a frequent one, and changing slots would cost more than it saves.
/// </summary>
internal static class SharedStrings
{
    private const int SlotBits = 15, LongestShared = 4;

    private static readonly Shared?[] Slots = new Shared?[1 << SlotBits];

    private sealed record Shared(ulong Characters, int Length, string Word);

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
        if (length > LongestShared || start > text.Length - LongestShared) return text.Substring(start, length);
        // Four characters in one number, of which those of the word are left.
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(text.AsSpan()), start);
        var characters = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref first)) << (64 - (16 * length));
        ref var slot = ref Slots[characters * 0x9E3779B97F4A7C15 >> (64 - SlotBits)];
        if (Volatile.Read(ref slot) is { } shared)
            return shared.Characters == characters && shared.Length == length ? shared.Word : text.Substring(start, length);
        var word = text.Substring(start, length);
        Volatile.Write(ref slot, new Shared(characters, length, word));
        return word;
    }
}
