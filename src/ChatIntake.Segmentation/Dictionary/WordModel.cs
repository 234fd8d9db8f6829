using System.Runtime.Intrinsics;

namespace ChatIntake.Segmentation.Dictionary;

/// <summary>
/// The hidden Markov model that finds words which no dictionary has. Its states are B (a word begins), E (one ends), M (the middle of one) and S (one by itself), in
/// this order in every vector; all numbers are natural logarithms of probabilities.
/// </summary>
internal sealed class WordModel
{
    private readonly Table<Vector256<double>> emissions;

    internal WordModel(ImageReader image)
    {
        Start = Vector256.Create<double>(image.Array<double>());
        var transitions = image.Array<double>();
        FromLower = Vector256.Create<double>(transitions.AsSpan(0, 4));
        FromHigher = Vector256.Create<double>(transitions.AsSpan(4, 4));
        emissions = image.Table<Vector256<double>>();
    }

    internal Vector256<double> Start { get; }

    /// <summary>By state: the way there from the lower of its two possible predecessors (E, B, B, E), by the order of their letters.</summary>
    internal Vector256<double> FromLower { get; }

    /// <summary>By state: the way there from the higher of its two possible predecessors (S, M, M, S).</summary>
    internal Vector256<double> FromHigher { get; }

    /// <summary>By state: how likely it shows the character with this code.</summary>
    internal Vector256<double> Emission(uint code) => emissions[code];
}
