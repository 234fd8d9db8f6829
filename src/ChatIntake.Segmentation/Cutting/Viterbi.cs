using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>
/// The most likely way of a run of Han characters through the states of the word model, and with it which of them make words. All four states are computed at once.
/// </summary>
/// <remarks>
/// After A. J. Viterbi, "Error bounds for convolutional codes and an asymptotically optimum decoding algorithm" (IEEE Transactions on Information Theory 13, 1967). A
/// missing probability is -3.14e100, which swallows what is added to it: ties are common where characters are rare, so order and ties are jieba's.
/// </remarks>
internal static class Viterbi
{
    private const int End = 1, Alone = 3;

    /// <summary>Unmarks the ends inside words.</summary>
    internal static void Join(WordModel model, Workspace work, int start, int end)
    {
        ref var codes = ref MemoryMarshal.GetArrayDataReference(work.Codes);
        ref var steps = ref MemoryMarshal.GetArrayDataReference(work.Steps);
        Vector256<double> fromLower = model.FromLower, fromHigher = model.FromHigher;
        var weights = model.Start + model.Emission(Unsafe.Add(ref codes, start) & (uint)TrieNode.CodeMask);
        for (var at = start + 1; at < end; at++)
        {
            var emission = model.Emission(Unsafe.Add(ref codes, at) & (uint)TrieNode.CodeMask);
            var lower = Vector256.Shuffle(weights, Vector256.Create(1L, 0, 0, 1)) + fromLower + emission;
            var higher = Vector256.Shuffle(weights, Vector256.Create(3L, 2, 2, 3)) + fromHigher + emission;
            var better = Vector256.GreaterThanOrEqual(higher, lower);
            Unsafe.Add(ref steps, at) = (byte)better.ExtractMostSignificantBits();
            weights = Vector256.ConditionalSelect(better, higher, lower);
        }
        var state = weights.GetElement(Alone) >= weights.GetElement(End) ? Alone : End;
        for (var at = end - 1; at > start; at--)
        {
            // The higher predecessor of B E M S is S M M S, the lower E B B E.
            state = (Unsafe.Add(ref steps, at) >> state & 1) != 0 ? 0b11_10_10_11 >> (state * 2) & 3 : 0b01_00_00_01 >> (state * 2) & 3;
            if ((state & 1) == 0) EndMarks.Clear(work.Ends, at - 1);
        }
    }
}
