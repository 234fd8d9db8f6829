using System.Numerics;
using System.Runtime.InteropServices;

namespace ChatIntake.Learning;

/// <summary>Weights of features for each of some classes. Immutable, safe for any number of threads.</summary>
internal sealed class ChoiceModel
{
    private readonly FeatureTable vocabulary;

    // The row of each place of the vocabulary; -1 where the model knows it not.
    private readonly int[] rows;
    private readonly string[] names;
    private readonly float[] weights;
    private readonly int stride;

    /// <param name="names">The features, a row each.</param>
    /// <param name="weights">A row for each feature, a column for each class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="vocabulary">Shared by models that judge the same things, so that a feature is looked up once for all; grows by this one's names.</param>
    internal ChoiceModel(IReadOnlyList<string> names, float[] weights, int classes, FeatureTable? vocabulary = null)
    {
        (this.names, Classes) = ([.. names], classes);
        // Many classes are added several at a time.
        stride = classes < Vector<float>.Count / 2 ? classes : (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        this.weights = Padded(weights, names.Count, classes, stride);
        this.vocabulary = vocabulary ?? new FeatureTable(names.Count);
        int[] places = [.. names.Select(name => this.vocabulary.Add(FeatureBag.KeyOf(name)))];
        rows = new int[this.vocabulary.Count];
        Array.Fill(rows, -1);
        for (var row = 0; row < places.Length; row++) rows[places[row]] = row;
    }

    internal int Classes { get; }

    internal IReadOnlyList<string> Names => names;

    internal ReadOnlySpan<float> Row(int row) => weights.AsSpan(row * stride, Classes);

    /// <summary>Adds to <paramref name="scores"/> what the features weigh for each class.</summary>
    internal void Score(FeatureBag bag, Span<double> scores)
    {
        Span<float> sums = stackalloc float[stride];
        sums.Clear();
        foreach (var part in bag.Shared) Add(part, sums);
        Add(bag, sums);
        for (var k = 0; k < Classes; k++) scores[k] += sums[k];
    }

    private void Add(FeatureBag bag, Span<float> sums)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(sums);
        foreach (var (_, value, place) in bag.In(vocabulary))
        {
            var row = RowAt(place);
            if (row < 0) continue;
            var at = weights.AsSpan(row * stride, stride);
            if (wide.Length * Vector<float>.Count == stride)
            {
                var rows = MemoryMarshal.Cast<float, Vector<float>>(at);
                for (var k = 0; k < wide.Length; k++) wide[k] += rows[k] * value;
            }
            else
                for (var k = 0; k < at.Length; k++) sums[k] += at[k] * value;
        }
    }

    private int RowAt(int place) => (uint)place < (uint)rows.Length ? rows[place] : -1;

    /// <summary>What the features weigh by one column.</summary>
    internal double Score(FeatureBag bag, int column)
    {
        var score = 0d;
        foreach (var (_, value, place) in bag.In(vocabulary))
            if (RowAt(place) is >= 0 and var row) score += weights[row * stride + column] * value;
        return score;
    }

    /// <summary>The features that weigh most for a class against another, the strongest first.</summary>
    /// <param name="told">Which are told at all, by name.</param>
    internal List<(string Name, double Weight)> Strongest(FeatureBag bag, int kind, int rival, int most, Func<string, bool> told)
    {
        var found = new List<(string Name, double Weight)>(most + 1);
        foreach (var part in bag.Shared) Strongest(part, (kind, rival, most), told, found);
        Strongest(bag, (kind, rival, most), told, found);
        return found;
    }

    private void Strongest(FeatureBag bag, (int Kind, int Rival, int Most) asked, Func<string, bool> told, List<(string Name, double Weight)> found)
    {
        var (kind, rival, most) = asked;
        foreach (var (_, value, place) in bag.In(vocabulary))
        {
            var row = RowAt(place);
            if (row < 0) continue;
            double weight = (Row(row)[kind] - Row(row)[rival]) * value;
            if (found.Count == most && Math.Abs(weight) < Math.Abs(found[^1].Weight)) continue;
            // Of those that weigh the same the first by name counts.
            var at = found.Count;
            while (at > 0 && Before(names[row], weight, found[at - 1])) at--;
            if (at >= most || !told(names[row])) continue;
            found.Insert(at, (names[row], weight));
            if (found.Count > most) found.RemoveAt(most);
        }
    }

    private static bool Before(string name, double weight, (string Name, double Weight) other) =>
        Math.Abs(weight) > Math.Abs(other.Weight) || Math.Abs(weight) == Math.Abs(other.Weight) && string.CompareOrdinal(name, other.Name) < 0;

    private static float[] Padded(float[] weights, int rows, int classes, int stride)
    {
        if (stride == classes) return weights;
        var padded = new float[rows * stride];
        for (var row = 0; row < rows; row++) weights.AsSpan(row * classes, classes).CopyTo(padded.AsSpan(row * stride));
        return padded;
    }

    /// <summary>Scores made into probabilities, in place.</summary>
    internal static void ToProbabilities(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0d;
        for (var i = 0; i < scores.Length; i++) sum += scores[i] = Math.Exp(scores[i] - most);
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
    }
}
