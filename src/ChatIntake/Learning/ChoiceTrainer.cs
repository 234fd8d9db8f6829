namespace ChatIntake.Learning;

/// <summary>
/// Finds the weights under which the right options are most probable (conditional maximum likelihood with a penalty on the square of the weights; McFadden,
/// Conditional logit analysis, 1974). The best weights are unique, so that the order of the examples does not matter.
/// </summary>
internal static class ChoiceTrainer
{
    internal const int MostSteps = 60;

    // A fixed number, whatever the machine has, so that sums come out the same everywhere.
    private const int Shares = 4;

    /// <summary>The weights, <paramref name="classes"/> to a row.</summary>
    /// <param name="examples">What is learned from.</param>
    /// <param name="rows">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="penalty">The penalty on the square of each weight; more keeps them smaller.</param>
    /// <param name="steps">The most steps of the search.</param>
    internal static float[] Train(IReadOnlyList<Choice> examples, int rows, int classes, double penalty, int steps = MostSteps)
    {
        var weights = new float[rows * classes];
        var slopes = Enumerable.Range(0, Shares).Select(_ => new float[weights.Length]).ToArray();
        var losses = new double[Shares];
        Lbfgs.Minimise(weights, Loss, steps);
        return weights;

        double Loss(float[] w, float[] slope)
        {
            Parallel.For(0, Shares, share =>
            {
                Array.Clear(slopes[share]);
                losses[share] = 0;
                for (var i = share; i < examples.Count; i += Shares) losses[share] += Add(examples[i], w, slopes[share], classes);
            });
            double size = 0;
            for (var i = 0; i < w.Length; i++)
            {
                size += (double)w[i] * w[i];
                slope[i] = (float)(penalty * w[i]) + slopes[0][i] + slopes[1][i] + slopes[2][i] + slopes[3][i];
            }
            return 0.5 * penalty * size + losses.Sum();
        }
    }

    // The loss of one example; its slope is added.
    private static double Add(Choice example, float[] w, float[] slope, int classes)
    {
        Span<double> shared = stackalloc double[classes];
        foreach (var (row, value) in example.Shared)
        {
            var at = w.AsSpan(row * classes, classes);
            for (var k = 0; k < at.Length; k++) shared[k] += at[k] * value;
        }
        Span<double> p = example.Options.Length <= 128 ? stackalloc double[example.Options.Length] : new double[example.Options.Length];
        var most = double.NegativeInfinity;
        for (var o = 0; o < p.Length; o++)
        {
            var (kind, own, column) = example.Options[o];
            p[o] = shared[kind];
            foreach (var (row, value) in own) p[o] += w[row * classes + column] * value;
            most = Math.Max(most, p[o]);
        }
        double all = 0, right = 0;
        for (var o = 0; o < p.Length; o++)
        {
            all += p[o] = Math.Exp(p[o] - most);
            if (example.Right[o]) right += p[o];
        }
        right = Math.Max(right, 1e-300);
        shared.Clear();
        for (var o = 0; o < p.Length; o++)
        {
            var pull = example.Weight * (p[o] / all - (example.Right[o] ? p[o] / right : 0));
            var (kind, own, column) = example.Options[o];
            shared[kind] += pull;
            foreach (var (row, value) in own) slope[row * classes + column] += (float)(pull * value);
        }
        foreach (var (row, value) in example.Shared)
        {
            var at = slope.AsSpan(row * classes, classes);
            for (var k = 0; k < at.Length; k++) at[k] += (float)(shared[k] * value);
        }
        return example.Weight * (Math.Log(all) - Math.Log(right));
    }
}
