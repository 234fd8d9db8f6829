namespace ChatIntake.Learning;

/// <summary>Finds the least value of a smooth function of many variables (Liu and Nocedal, On the limited memory BFGS method, 1989).</summary>
internal static class Lbfgs
{
    private const int Remembered = 6;
    private const double Enough = 1e-4;

    /// <summary>Moves <paramref name="x"/> towards the least value; <paramref name="loss"/> gives the value and fills in the slope.</summary>
    internal static void Minimise(float[] x, Func<float[], float[], double> loss, int steps)
    {
        var n = x.Length;
        var (slope, next, nextSlope, direction) = (new float[n], new float[n], new float[n], new float[n]);
        var past = new List<(float[] Step, float[] Turn, double Curve)>(Remembered);
        var value = loss(x, slope);
        for (var step = 0; step < steps; step++)
        {
            Aim(slope, past, direction);
            var descent = Dot(direction, slope);
            if (descent >= 0) break;
            var length = past.Count == 0 ? Math.Min(1, 1 / Math.Sqrt(Dot(slope, slope))) : 1.0;
            double after;
            while (true)
            {
                for (var i = 0; i < n; i++) next[i] = (float)(x[i] + length * direction[i]);
                after = loss(next, nextSlope);
                if (after <= value + 1e-4 * length * descent) break;
                length /= 2;
                if (length < 1e-12) return;
            }
            Remember(past, x, next, slope, nextSlope);
            var gain = value - after;
            Array.Copy(next, x, n);
            Array.Copy(nextSlope, slope, n);
            value = after;
            if (gain < Enough * Math.Max(1, Math.Abs(value)) * 0.01) break;
        }
    }

    private static void Aim(float[] slope, List<(float[] Step, float[] Turn, double Curve)> past, float[] direction)
    {
        for (var i = 0; i < slope.Length; i++) direction[i] = -slope[i];
        Span<double> along = stackalloc double[Remembered];
        for (var k = past.Count - 1; k >= 0; k--)
        {
            along[k] = Dot(past[k].Step, direction) / past[k].Curve;
            Add(direction, past[k].Turn, -along[k]);
        }
        if (past.Count > 0)
        {
            var scale = (float)(past[^1].Curve / Dot(past[^1].Turn, past[^1].Turn));
            for (var i = 0; i < direction.Length; i++) direction[i] *= scale;
        }
        for (var k = 0; k < past.Count; k++)
            Add(direction, past[k].Step, along[k] - Dot(past[k].Turn, direction) / past[k].Curve);
    }

    private static void Remember(List<(float[] Step, float[] Turn, double Curve)> past, float[] x, float[] next, float[] slope, float[] nextSlope)
    {
        var (step, turn) = past.Count == Remembered ? (past[0].Step, past[0].Turn) : (new float[x.Length], new float[x.Length]);
        for (var i = 0; i < x.Length; i++) (step[i], turn[i]) = (next[i] - x[i], nextSlope[i] - slope[i]);
        var curve = Dot(step, turn);
        if (curve <= 1e-10) return;
        if (past.Count == Remembered) past.RemoveAt(0);
        past.Add((step, turn, curve));
    }

    private static double Dot(float[] a, float[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += (double)a[i] * b[i];
        return sum;
    }

    private static void Add(float[] to, float[] what, double times)
    {
        for (var i = 0; i < to.Length; i++) to[i] += (float)(times * what[i]);
    }
}
