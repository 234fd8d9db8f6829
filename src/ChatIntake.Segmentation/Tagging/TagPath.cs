using System.Runtime.InteropServices;
using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Tagging;

/// <summary>
/// The most likely way of a run of Han characters through the states of the tag model. Each thread keeps one, with its memory.
/// </summary>
/// <remarks>
/// After A. J. Viterbi, "Error bounds for convolutional codes and an asymptotically optimum decoding algorithm" (IEEE Transactions on Information Theory 13, 1967). A
/// missing emission is -3.14e100, which swallows what is added to it: ties are common where characters are rare, and as in jieba the higher state wins them.
/// </remarks>
internal sealed class TagPath
{
    // A way of more steps is rare; its memory is not kept for ever.
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static TagPath? own;

    // What the steps found, one after another: a state that can be reached and the state before it on the best way there.
    private readonly List<byte> reached = [], before = [];
    // By position: where its part of those begins.
    private readonly List<int> begins = [];
    private readonly List<byte> way = [];
    private readonly double[] emissions = new double[TagStates.Most];
    private double[] weights = new double[TagStates.Most], next = new double[TagStates.Most];

    internal static TagPath Own => own ??= new TagPath();

    /// <summary>The state of each character, valid until the next call.</summary>
    /// <param name="model">The model.</param>
    /// <param name="run">Han characters, at least one.</param>
    internal ReadOnlySpan<byte> Find(TagModel model, ReadOnlySpan<char> run)
    {
        Clear();
        Begin(model, run[0]);
        foreach (var character in run[1..]) Step(model, character);
        var result = Follow(run.Length, Last());
        if (reached.Capacity > LargestKept) own = null;
        return result;
    }

    private void Clear()
    {
        reached.Clear();
        before.Clear();
        begins.Clear();
        weights.AsSpan().Fill(double.NegativeInfinity);
    }

    private void Begin(TagModel model, char character)
    {
        begins.Add(0);
        model.Emissions(character, emissions);
        var known = model.KnownStates(character);
        for (var i = 0; i < (known.IsEmpty ? model.StateCount : known.Length); i++)
        {
            var state = known.IsEmpty ? (byte)i : known[i];
            weights[state] = model.Start(state) + emissions[state];
            reached.Add(state);
            before.Add(0);
        }
    }

    private void Step(TagModel model, char character)
    {
        begins.Add(reached.Count);
        model.Emissions(character, emissions);
        next.AsSpan().Fill(double.NegativeInfinity);
        foreach (var state in model.KnownStates(character)) Reach(model, state);
        // The states of a character that is not known, or that cannot be in any of its own after those before it, are all that can be reached.
        if (reached.Count == begins[^1])
            for (var state = 0; state < model.StateCount; state++) Reach(model, (byte)state);
        (weights, next) = (next, weights);
    }

    private void Reach(TagModel model, byte state)
    {
        var ways = model.WaysTo(state, out var from);
        var emission = emissions[state];
        var best = double.NegativeInfinity;
        byte bestFrom = 0;
        for (var i = 0; i < ways.Length; i++)
        {
            // In jieba's order of additions.
            var weight = weights[from[i]] + ways[i] + emission;
            if (weight >= best) (best, bestFrom) = (weight, from[i]);
        }
        if (double.IsNegativeInfinity(best)) return;
        next[state] = best;
        reached.Add(state);
        before.Add(bestFrom);
    }

    private int Last()
    {
        var last = 0;
        for (var state = 1; state < weights.Length; state++)
            if (weights[state] >= weights[last]) last = state;
        return last;
    }

    private Span<byte> Follow(int length, int state)
    {
        CollectionsMarshal.SetCount(way, length);
        var states = CollectionsMarshal.AsSpan(way);
        var end = reached.Count;
        for (var at = length - 1; at >= 0; at--)
        {
            states[at] = (byte)state;
            var part = CollectionsMarshal.AsSpan(reached)[begins[at]..end];
            state = before[begins[at] + part.IndexOf((byte)state)];
            end = begins[at];
        }
        return states;
    }
}
