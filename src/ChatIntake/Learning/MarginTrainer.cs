namespace ChatIntake.Learning;

/// <summary>
/// A linear support vector machine with squared loss for one class against the others, found by dual coordinate descent (Hsieh and others, A dual coordinate
/// descent method for large-scale linear SVM, 2008). The same input always gives the same weights.
/// </summary>
internal static class MarginTrainer
{
    private const int MostRounds = 60;
    private const double Enough = 0.01;

    /// <summary>The weights of the columns; the last is the constant term.</summary>
    /// <param name="rows">The examples.</param>
    /// <param name="yes">Which of them belong to the class.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="cost">What an error costs; those of the class cost more, by the root of how much rarer they are.</param>
    internal static float[] Train(IReadOnlyList<SparseRow> rows, bool[] yes, int columns, double cost)
    {
        var weights = new float[columns + 1];
        var pull = new double[rows.Count];
        var members = yes.Count(y => y);
        var rarity = Math.Sqrt((double)(rows.Count - members) / Math.Max(1, members));
        var sizes = rows.Select(r => r.Square + 1).ToArray();
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var chance = new Shuffler();
        for (var round = 0; round < MostRounds; round++)
        {
            chance.Shuffle(order);
            var worst = 0d;
            foreach (var i in order)
            {
                var slack = 1 / (2 * cost * (yes[i] ? rarity : 1));
                var sign = yes[i] ? 1 : -1;
                var slope = rows[i].Dot(weights) * sign - 1 + pull[i] * slack;
                var outside = pull[i] == 0 ? Math.Min(slope, 0) : slope;
                worst = Math.Max(worst, Math.Abs(outside));
                if (Math.Abs(outside) < 1e-12) continue;
                var next = Math.Max(pull[i] - slope / (sizes[i] + slack), 0);
                rows[i].AddTo(weights, (next - pull[i]) * sign);
                pull[i] = next;
            }
            if (worst < Enough) break;
        }
        return weights;
    }

    // xorshift64 (Marsaglia, 2003): the same on every machine.
    private sealed class Shuffler
    {
        private ulong state = 88172645463325252;

        internal void Shuffle(int[] order)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                var j = (int)(state % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }
        }
    }
}

/// <summary>The columns of an example that are not zero, with their values.</summary>
internal readonly record struct SparseRow(int[] Columns, float[] Values)
{
    internal double Square => Values.Sum(v => (double)v * v);

    /// <summary>The product with weights whose last is the constant term.</summary>
    internal double Dot(float[] weights)
    {
        double sum = weights[^1];
        for (var i = 0; i < Columns.Length; i++) sum += weights[Columns[i]] * Values[i];
        return sum;
    }

    internal void AddTo(float[] weights, double times)
    {
        for (var i = 0; i < Columns.Length; i++) weights[Columns[i]] += (float)(times * Values[i]);
        weights[^1] += (float)times;
    }
}
