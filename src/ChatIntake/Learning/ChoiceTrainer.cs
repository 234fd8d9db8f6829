namespace ChatIntake.Learning;

/// <summary>
/// Finds the weights under which the right options are most probable (conditional maximum likelihood with a penalty on the square of the weights; McFadden,
/// Conditional logit analysis, 1974). The best weights are unique, so that the order of the examples does not matter.
/// </summary>
internal static class ChoiceTrainer
{
    /// <summary>The weights, <paramref name="classes"/> to a row.</summary>
    /// <param name="examples">What is learned from.</param>
    /// <param name="rows">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="penalty">The penalty on the square of each weight; more keeps them smaller.</param>
    /// <param name="steps">The most steps of the search.</param>
    internal static float[] Train(IReadOnlyList<Choice> examples, int rows, int classes, double penalty, int steps = 60)
    {
        var weights = new float[rows * classes];
        var scratch = new double[64];
        Lbfgs.Minimise(weights, (w, gradient) => Loss(examples, w, gradient, classes, penalty, ref scratch), steps);
        return weights;
    }

    private static double Loss(IReadOnlyList<Choice> examples, float[] w, float[] gradient, int classes, double penalty, ref double[] scratch)
    {
        double loss = 0;
        for (var i = 0; i < w.Length; i++)
        {
            loss += 0.5 * penalty * w[i] * w[i];
            gradient[i] = (float)(penalty * w[i]);
        }
        Span<double> shared = stackalloc double[classes];
        Span<double> byClass = stackalloc double[classes];
        foreach (var example in examples)
        {
            if (scratch.Length < example.Options.Length) scratch = new double[example.Options.Length * 2];
            var p = scratch.AsSpan(0, example.Options.Length);
            shared.Clear();
            foreach (var (row, value) in example.Shared)
            {
                var at = w.AsSpan(row * classes, classes);
                for (var k = 0; k < classes; k++) shared[k] += at[k] * value;
            }
            var most = double.NegativeInfinity;
            for (var o = 0; o < p.Length; o++)
            {
                var (kind, own) = example.Options[o];
                var score = shared[kind];
                foreach (var (row, value) in own) score += w[row * classes + kind] * value;
                p[o] = score;
                most = Math.Max(most, score);
            }
            double all = 0, right = 0;
            for (var o = 0; o < p.Length; o++)
            {
                p[o] = Math.Exp(p[o] - most);
                all += p[o];
                if (example.Right[o]) right += p[o];
            }
            loss += example.Weight * (Math.Log(all) - Math.Log(Math.Max(right, 1e-300)));
            byClass.Clear();
            for (var o = 0; o < p.Length; o++)
            {
                var pull = example.Weight * (p[o] / all - (example.Right[o] && right > 0 ? p[o] / right : 0));
                var (kind, own) = example.Options[o];
                byClass[kind] += pull;
                foreach (var (row, value) in own) gradient[row * classes + kind] += (float)(pull * value);
            }
            foreach (var (row, value) in example.Shared)
            {
                var at = gradient.AsSpan(row * classes, classes);
                for (var k = 0; k < classes; k++) at[k] += (float)(byClass[k] * value);
            }
        }
        return loss;
    }
}
