using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChatIntake.Segmentation.Dictionary;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>
/// Second step: for each position of a piece the weights of the words of one and of two characters that begin there, which most words are, and a mark where there may
/// be others.
/// </summary>
/// <remarks>
/// Whether a pair is a word is a coin's toss that no processor guesses, so nothing here depends on it but numbers: there is no branch, and the look-ups of many
/// positions, which mostly miss the near caches, go on at the same time.
/// </remarks>
internal static class Weighing
{
    /// <summary>Set beside the code of a character with which an added word may begin.</summary>
    internal const int AddedHere = 0x4000;

    internal static void Weigh(Vocabulary words, int length, Workspace work)
    {
        var logTotal = words.LogTotal;
        var first = words.Trie.First;
        var nodes = words.Trie.Nodes;
        var logs = words.Trie.Logs;
        ref var codes = ref MemoryMarshal.GetArrayDataReference(work.Codes);
        ref var pairs = ref MemoryMarshal.GetArrayDataReference(work.Pairs);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(work.Weights);
        uint code = codes, next = Unsafe.Add(ref codes, 1);
        for (var start = 0; start < length; start += 64)
        {
            ulong longer = 0, apart = 0;
            var end = Math.Min(64, length - start);
            for (var i = 0; i < end; i++)
            {
                nint at = start + i;
                uint afterNext = Unsafe.Add(ref codes, at + 2);
                var nextCode = next & TrieNode.CodeMask;
                var one = first[code & TrieNode.CodeMask];
                var two = nodes[TrieNode.Base(one) + nextCode];
                // All ones when it is the child of this node, else all zeros: a node without weight and children.
                two &= (ulong)((long)(TrieNode.Label(two) ^ nextCode) - 1 >> 63);
                Unsafe.Add(ref pairs, at) = two;
                Unsafe.Add(ref weights, at * 2) = logs[TrieNode.Weight(one)] - logTotal;
                Unsafe.Add(ref weights, at * 2 + 1) = logs[TrieNode.Weight(two)] - logTotal;
                longer |= (ulong)TrieNode.ChildBit(two, afterNext) << i;
                // Bit 14 of the code in any case, bit 15 where the pair's node is not 0.
                apart |= ((code >> 14 | (code >> 15 & ((two - 1) >> 63 ^ 1))) & 1) << i;
                (code, next) = (next, afterNext);
            }
            work.Others[start >> 6] = apart | GoOn(words.Trie, work, start, longer);
        }
    }

    // Of the positions where a third character may go on, those where it does.
    private static ulong GoOn(WordTrie trie, Workspace work, int start, ulong candidates)
    {
        ref var codes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(work.Codes), start + 2);
        ref var pairs = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(work.Pairs), start);
        ulong found = 0;
        for (; candidates != 0; candidates &= candidates - 1)
        {
            var at = BitOperations.TrailingZeroCount(candidates);
            var code = Unsafe.Add(ref codes, at) & (uint)TrieNode.CodeMask;
            var three = trie.Child(Unsafe.Add(ref pairs, at), code);
            found |= (TrieNode.Label(three) == code ? 1UL : 0) << at;
        }
        return found;
    }
}
