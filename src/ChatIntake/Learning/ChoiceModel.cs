namespace ChatIntake.Learning;

/// <summary>Weights of features for each of some classes. Immutable, safe for any number of threads.</summary>
internal sealed class ChoiceModel
{
    private readonly FeatureTable table;
    private readonly IReadOnlyList<string> names;
    private readonly float[] weights;

    /// <param name="names">The features, a row each.</param>
    /// <param name="weights">A row for each feature, a column for each class.</param>
    /// <param name="classes">How many classes there are.</param>
    internal ChoiceModel(IReadOnlyList<string> names, float[] weights, int classes)
    {
        (this.names, this.weights, Classes) = (names, weights, classes);
        table = new FeatureTable(names.Count);
        foreach (var name in names) table.Add(FeatureBag.KeyOf(name));
    }

    internal int Classes { get; }

    internal IReadOnlyList<string> Names => names;

    internal ReadOnlySpan<float> Row(int row) => weights.AsSpan(row * Classes, Classes);

    /// <summary>Adds to <paramref name="scores"/> what the features weigh for each class.</summary>
    internal void Score(FeatureBag bag, Span<double> scores)
    {
        foreach (var (key, value) in bag.Items)
        {
            var row = table.Find(key);
            if (row < 0) continue;
            var at = Row(row);
            for (var k = 0; k < at.Length; k++) scores[k] += at[k] * value;
        }
    }

    /// <summary>What the features weigh by one column.</summary>
    internal double Score(FeatureBag bag, int column)
    {
        var score = 0d;
        foreach (var (key, value) in bag.Items)
            if (table.Find(key) is >= 0 and var row) score += weights[row * Classes + column] * value;
        return score;
    }

    /// <summary>The features that weigh most for a class against another, the strongest first.</summary>
    internal List<(string Name, double Weight)> Strongest(FeatureBag bag, int kind, int rival, int most)
    {
        var found = new List<(string Name, double Weight)>();
        foreach (var (key, value) in bag.Items)
        {
            var row = table.Find(key);
            if (row >= 0) found.Add((names[row], (Row(row)[kind] - Row(row)[rival]) * value));
        }
        found.Sort((a, b) => Math.Abs(b.Weight).CompareTo(Math.Abs(a.Weight)) is not 0 and var order ? order : string.CompareOrdinal(a.Name, b.Name));
        return found.Count > most ? found[..most] : found;
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
