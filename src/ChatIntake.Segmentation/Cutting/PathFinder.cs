using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ChatIntake.Segmentation.Dictionary;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>
/// Third step: for each position of a piece the best path of words to the end of its block, from right to left. The weight of a path is the sum of the logarithms of
/// its words' probabilities; of equal ones the path with the longer word wins. The order of the additions is jieba's, so that ties fall alike.
/// </summary>
internal static class PathFinder
{
    internal static void Find(Vocabulary words, ReadOnlySpan<char> piece, Workspace work)
    {
        work.Scores[piece.Length] = work.Scores[piece.Length + 1] = 0;
        var last = piece.Length - 1;
        for (var word = last >> 6; word >= 0; word--)
        {
            for (var others = work.Others[word]; others != 0;)
            {
                var at = (word << 6) + 63 - BitOperations.LeadingZeroCount(others);
                others &= ~(1UL << at);
                Plain(work, at, last);
                Other(words, piece, work, at);
                last = at - 1;
            }
            Plain(work, word << 6, last);
            last = (word << 6) - 1;
        }
    }

    // Only words of one and two characters, which are weighed already. Outside blocks the weight is plus infinity; there the paths begin anew with 0, which is more
    // than any path in a block has.
    private static void Plain(Workspace work, int first, int last)
    {
        ref var scores = ref MemoryMarshal.GetArrayDataReference(work.Scores);
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(work.Lengths);
        ref var weights = ref MemoryMarshal.GetArrayDataReference(work.Weights);
        var next = Unsafe.Add(ref scores, last + 1);
        var afterNext = Unsafe.Add(ref scores, last + 2);
        for (nint at = last; at >= first; at--)
        {
            var one = Vector128.CreateScalarUnsafe(Unsafe.Add(ref weights, at * 2) + next);
            var two = Vector128.CreateScalarUnsafe(Unsafe.Add(ref weights, at * 2 + 1) + afterNext);
            afterNext = next;
            next = double.MinNative(double.MaxNative(one.ToScalar(), two.ToScalar()), 0);
            Unsafe.Add(ref scores, at) = next;
            Unsafe.Add(ref lengths, at) = 1 - Vector128.GreaterThanOrEqual(two, one).AsInt32().ToScalar();
        }
    }

    private static void Other(Vocabulary words, ReadOnlySpan<char> piece, Workspace work, int start)
    {
        if (work.Codes[start] > TrieNode.CodeMask)
        {
            Walk(words, piece, work, start);
            return;
        }
        Plain(work, start, start);
        var node = work.Pairs[start];
        for (var at = start + 2; TrieNode.ChildBit(node, work.Codes[at]) != 0; at++)
        {
            var code = work.Codes[at] & (uint)TrieNode.CodeMask;
            node = words.Trie.Child(node, code);
            if (TrieNode.Label(node) != code) return;
            Offer(work, start, at + 1, words.Trie.Logs[TrieNode.Weight(node)] - words.LogTotal);
        }
    }

    // With added words, and where the first character is no word by itself: then it stands alone only if nothing longer begins with it.
    private static void Walk(Vocabulary words, ReadOnlySpan<char> piece, Workspace work, int start)
    {
        work.Scores[start] = double.NegativeInfinity;
        var walk = new WordWalk(words, piece[start..]);
        while (work.Codes[start + walk.Length] != 0 && walk.MoveNext())
            if (walk.Frequency > 0) Offer(work, start, start + walk.Length, walk.Log - words.LogTotal);
        if (double.IsNegativeInfinity(work.Scores[start])) Offer(work, start, start + 1, 0 - words.LogTotal);
    }

    private static void Offer(Workspace work, int start, int end, double weight)
    {
        var score = weight + work.Scores[end];
        if (score >= work.Scores[start]) (work.Scores[start], work.Lengths[start]) = (score, end - start);
    }
}
