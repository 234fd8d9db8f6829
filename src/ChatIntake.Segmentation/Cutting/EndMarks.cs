using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>Third step: follows the best path and marks where words end. Later steps join or split words by changing marks, sixty-four positions at a time.</summary>
internal static class EndMarks
{
    internal static void Follow(ReadOnlySpan<char> piece, Workspace work)
    {
        work.Ends.AsSpan(0, (piece.Length >> 6) + 2).Clear();
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(work.Lengths);
        ref var ends = ref MemoryMarshal.GetArrayDataReference(work.Ends);
        for (nint at = 0; at < piece.Length;)
        {
            at += Unsafe.Add(ref lengths, at);
            Unsafe.Add(ref ends, (at - 1) >> 6) |= 1UL << (int)(at - 1);
        }
        JoinUnits(piece, work.Ends);
    }

    /// <summary>Writes the marked ends, counted from the beginning of the text.</summary>
    internal static int Write(Workspace work, int offset, int length, Span<int> into)
    {
        var count = 0;
        ref var target = ref MemoryMarshal.GetReference(into);
        for (var word = 0; word << 6 < length; word++)
        {
            for (var marks = work.Ends[word]; marks != 0; marks &= marks - 1)
                Unsafe.Add(ref target, count++) = offset + (word << 6) + BitOperations.TrailingZeroCount(marks) + 1;
        }
        return count;
    }

    /// <summary>Without the model, letters and digits that stand alone side by side are one word.</summary>
    internal static void JoinLettersAndDigits(ReadOnlySpan<char> piece, Workspace work)
    {
        var before = false;
        for (var at = 0; at < piece.Length; at += work.Lengths[at])
        {
            var joins = work.Lengths[at] == 1 && Blocks.IsLetterOrDigit(piece[at]);
            if (joins && before) Clear(work.Ends, at - 1);
            before = joins;
        }
    }

    internal static void Set(ulong[] ends, int at) => ends[at >> 6] |= 1UL << at;

    internal static bool IsSet(ulong[] ends, int at) => (ends[at >> 6] >> at & 1) != 0;

    internal static void Clear(ulong[] ends, int at) => ends[at >> 6] &= ~(1UL << at);

    // Outside blocks every code point is a word, and so is the line end of two characters.
    private static void JoinUnits(ReadOnlySpan<char> piece, ulong[] ends)
    {
        for (var at = 0; ;)
        {
            var next = piece[at..].IndexOfAnyInRange('\uD800', '\uDBFF');
            if (next < 0) break;
            at += next + 1;
            if (at == piece.Length) break;
            if (char.IsLowSurrogate(piece[at])) Clear(ends, at - 1);
        }
        for (var at = 0; ;)
        {
            var next = piece[at..].IndexOf('\r');
            if (next < 0) break;
            at += next + 1;
            if (at == piece.Length) break;
            if (piece[at] == '\n') Clear(ends, at - 1);
        }
    }
}
