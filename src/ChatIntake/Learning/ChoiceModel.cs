namespace ChatIntake.Learning;

/// <summary>Weights of features for each of some classes.</summary>
internal sealed class ChoiceModel
{
    private readonly FeatureTable table;
    private readonly float[] weights;

    internal ChoiceModel(FeatureTable table, float[] weights, int classes) => (this.table, this.weights, Classes) = (table, weights, classes);

    internal int Classes { get; }

    /// <summary>Adds to <paramref name="scores"/> what the features weigh for each class.</summary>
    internal void Score(FeatureBag bag, Span<double> scores)
    {
        for (var i = 0; i < bag.Count; i++)
        {
            var (key, value) = bag[i];
            var row = table.Find(key);
            if (row < 0) continue;
            var at = weights.AsSpan(row * Classes, Classes);
            for (var k = 0; k < at.Length; k++) scores[k] += at[k] * value;
        }
    }

    /// <summary>What the features weigh for one class.</summary>
    internal double Score(FeatureBag bag, int kind)
    {
        var score = 0d;
        for (var i = 0; i < bag.Count; i++)
        {
            var (key, value) = bag[i];
            var row = table.Find(key);
            if (row >= 0) score += weights[row * Classes + kind] * value;
        }
        return score;
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
