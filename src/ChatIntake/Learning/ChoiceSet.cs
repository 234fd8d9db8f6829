namespace ChatIntake.Learning;

/// <summary>Examples gathered for training, their features numbered; features seen in fewer than <c>rare</c> examples are left out.</summary>
internal sealed class ChoiceSet(int classes, int rare)
{
    private readonly List<((ulong Key, float Value)[] Shared, (int Class, (ulong Key, float Value)[] Own)[] Options, bool[] Right, float Weight)> raw = [];
    private readonly Dictionary<ulong, int> seen = [];

    internal int Count => raw.Count;

    internal void Add((ulong, float)[] shared, (int, (ulong, float)[])[] options, bool[] right, float weight = 1)
    {
        raw.Add((shared, options, right, weight));
        foreach (var key in shared.Concat(options.SelectMany(o => o.Item2)).Select(f => f.Item1).Distinct())
            seen[key] = seen.GetValueOrDefault(key) + 1;
    }

    internal ChoiceModel Train(double penalty)
    {
        var table = new FeatureTable(seen.Count);
        (int, float)[] Rows((ulong Key, float Value)[] features) =>
            [.. features.Where(f => seen[f.Key] >= rare).Select(f => (table.Add(f.Key), f.Value))];
        var choices = raw.ConvertAll(r => new Choice
        {
            Shared = Rows(r.Shared), Options = [.. r.Options.Select(o => new Option(o.Class, Rows(o.Own)))], Right = r.Right, Weight = r.Weight,
        });
        return new ChoiceModel(table, ChoiceTrainer.Train(choices, table.Count, classes, penalty), classes);
    }
}
