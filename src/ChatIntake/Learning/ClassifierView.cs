namespace ChatIntake.Learning;

/// <summary>
/// The columns of one aspect: each feature that at least two texts have, weighed by how rare it is; rows are the logarithms of counts, brought to length 1
/// (the usual tf-idf).
/// </summary>
internal sealed class ClassifierView
{
    private const int Rare = 2;

    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly float[] rarity;

    internal ClassifierView(ClassifierAspect aspect, IReadOnlyList<(string Name, float Rarity)> features)
    {
        Aspect = aspect;
        rarity = [.. features.Select(f => f.Rarity)];
        for (var i = 0; i < features.Count; i++) columns[features[i].Name] = i;
    }

    internal ClassifierAspect Aspect { get; }

    internal int Count => rarity.Length;

    internal IEnumerable<(string Name, float Rarity)> Features => columns.OrderBy(c => c.Value).Select(c => (c.Key, rarity[c.Value]));

    /// <summary>The view that a set of texts gives.</summary>
    internal static ClassifierView Of(ClassifierAspect aspect, IReadOnlyList<Dictionary<string, float>> counts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in counts.SelectMany(c => c.Keys)) seen[name] = seen.GetValueOrDefault(name) + 1;
        return new ClassifierView(aspect,
            [.. seen.Where(s => s.Value >= Rare).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, (float)(Math.Log((1.0 + counts.Count) / (1 + s.Value)) + 1)))]);
    }

    internal SparseRow Row(Dictionary<string, float> counts)
    {
        var known = counts.Where(c => columns.ContainsKey(c.Key)).Select(c => (Column: columns[c.Key], c.Value)).OrderBy(c => c.Column).ToList();
        var values = known.ConvertAll(k => (float)(1 + Math.Log(k.Value)) * rarity[k.Column]);
        var length = (float)Math.Sqrt(values.Sum(v => (double)v * v));
        return new SparseRow([.. known.Select(k => k.Column)], [.. values.Select(v => v / length)]);
    }
}
