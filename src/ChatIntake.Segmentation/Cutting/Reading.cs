using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>First step: turns the characters of a piece into codes, and notes which of them are in blocks.</summary>
internal static class Reading
{
    internal static void Read(Vocabulary words, ReadOnlySpan<char> piece, Workspace work)
    {
        var table = words.Trie.Codes;
        ref var codes = ref MemoryMarshal.GetArrayDataReference(work.Codes);
        for (var start = 0; start < piece.Length; start += 64)
        {
            var part = piece.Slice(start, Math.Min(64, piece.Length - start));
            ulong blocks = 0;
            for (var i = 0; i < part.Length; i++)
            {
                var code = table[part[i]];
                Unsafe.Add(ref codes, start + i) = code;
                blocks |= (code != 0 ? 1UL : 0) << i;
            }
            work.Blocks[start >> 6] = blocks;
        }
        // Behind the last: what is in no block.
        work.Blocks[(piece.Length + 63) >> 6] = 0;
        work.Codes.AsSpan(piece.Length, 3).Clear();
        if (words.Added is { } added) MarkAdded(added, piece, work.Codes);
    }

    // Where an added word may begin, words are found by walking through both dictionaries.
    private static void MarkAdded(AddedWords added, ReadOnlySpan<char> piece, ushort[] codes)
    {
        var pairs = added.Pairs;
        for (var i = 0; i + 1 < piece.Length; i++)
            if (pairs.MayHold(piece[i], piece[i + 1]) && codes[i] != 0) codes[i] |= Weighing.AddedHere;
        if (!added.AnySingle) return;
        for (var i = 0; i < piece.Length; i++)
            if (codes[i] != 0 && added.Child(AddedWords.Root, piece[i]) != AddedWords.None) codes[i] |= Weighing.AddedHere;
    }
}
