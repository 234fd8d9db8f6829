using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChatIntake.Segmentation.Dictionary;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>
/// Second step: for each position of a piece the best path of words to the end of its block, from right to left. The weight of a path is the sum of the logarithms of
/// its words' probabilities; of equal ones the path with the longer word wins. The order of the additions is jieba's, so that ties fall alike.
/// </summary>
/// <remarks>
/// Most words have one or two characters. Whether the pair at a position is a word is a coin's toss that no processor guesses, so both are computed without a branch;
/// longer words are looked for only where the pair's node says that one may go on.
/// </remarks>
internal static class PathFinder
{
    internal static void Find(Vocabulary words, ReadOnlySpan<char> piece, Workspace work)
    {
        var trie = words.Trie;
        var logTotal = words.LogTotal;
        ref var codes = ref MemoryMarshal.GetArrayDataReference(work.Codes);
        ref var scores = ref MemoryMarshal.GetArrayDataReference(work.Scores);
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(work.Lengths);
        ref var logs = ref MemoryMarshal.GetArrayDataReference(trie.Logs);
        double next = 0, afterNext = 0;
        uint nextCode = 0, afterNextCode = 0;
        Unsafe.Add(ref scores, piece.Length) = 0;
        for (nint i = piece.Length - 1; i >= 0; i--)
        {
            uint code = Unsafe.Add(ref codes, i);
            double best = 0;
            var length = 1;
            if (code >= TrieNode.NoWordAlone)
            {
                best = Walk(words, piece, work, (int)i, out length);
            }
            else if (code != 0)
            {
                var one = trie.FirstNode(code);
                var two = trie.Child(one, nextCode);
                // All ones when it is the child of this node, else all zeros: a node without weight and children.
                two &= (ulong)((long)(TrieNode.Label(two) ^ nextCode) - 1 >> 63);
                best = Unsafe.Add(ref logs, TrieNode.Weight(one)) - logTotal + next;
                var pair = Unsafe.Add(ref logs, TrieNode.Weight(two)) - logTotal + afterNext;
                length = pair >= best ? 2 : 1;
                best = pair >= best ? pair : best;
                if (TrieNode.MayHaveChild(two, afterNextCode)) best = Longer(trie, logTotal, work, (int)i, two, best, ref length);
            }
            Unsafe.Add(ref scores, i) = best;
            Unsafe.Add(ref lengths, i) = length;
            (next, afterNext) = (best, next);
            (nextCode, afterNextCode) = (code & TrieNode.CodeMask, nextCode);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Longer(WordTrie trie, double logTotal, Workspace work, int start, ulong node, double best, ref int length)
    {
        var codes = work.Codes;
        for (var at = start + 2; ; )
        {
            var code = codes[at] & (uint)TrieNode.CodeMask;
            node = trie.Child(node, code);
            if (TrieNode.Label(node) != code) return best;
            at++;
            var weight = trie.Logs[TrieNode.Weight(node)] - logTotal + work.Scores[at];
            if (weight >= best) (best, length) = (weight, at - start);
            if (!TrieNode.MayHaveChild(node, codes[at] & (uint)TrieNode.CodeMask)) return best;
        }
    }

    // With added words, and where the first character is no word by itself: then it stands alone only if nothing longer begins with it.
    private static double Walk(Vocabulary words, ReadOnlySpan<char> piece, Workspace work, int start, out int length)
    {
        var walk = new WordWalk(words, piece[start..]);
        var best = double.NegativeInfinity;
        length = 0;
        while (work.Codes[start + walk.Length] != 0 && walk.MoveNext())
        {
            if (walk.Frequency == 0) continue;
            var weight = walk.Log - words.LogTotal + work.Scores[start + walk.Length];
            if (weight >= best) (best, length) = (weight, walk.Length);
        }
        if (length > 0) return best;
        length = 1;
        return 0 - words.LogTotal + work.Scores[start + 1];
    }
}
