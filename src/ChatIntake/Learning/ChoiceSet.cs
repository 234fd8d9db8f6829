namespace ChatIntake.Learning;

/// <summary>Examples gathered for training, their features numbered; features seen in fewer than <c>rare</c> examples are left out.</summary>
internal sealed class ChoiceSet(int classes, int rare)
{
    private const int Copies = 2;
    private const float ShareOfCopy = 0.25f;
    private const double LeftOut = 0.4;

    private readonly List<Choice> examples = [];
    private readonly FeatureTable table = new();
    private readonly List<string> names = [];
    private readonly List<int> seen = [];

    internal int Count => examples.Count;

    /// <summary>The features of a named bag, numbered.</summary>
    internal (int Row, float Value)[] Take(FeatureBag bag)
    {
        var rows = new (int, float)[bag.Items.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var (key, value, _) = bag.Items[i];
            var row = table.Add(key);
            if (row == names.Count)
            {
                names.Add(bag.NameOf(i));
                seen.Add(0);
            }
            rows[i] = (row, value);
        }
        return rows;
    }

    /// <summary>Adds an example; rows are those that <see cref="Take"/> gave. Its features count as seen <paramref name="times"/>.</summary>
    internal void Add(Choice example, int times = 1)
    {
        examples.Add(example);
        foreach (var row in example.Shared.Concat(example.Options.SelectMany(o => o.Own)).Select(f => f.Row).Distinct()) seen[row] += times;
    }

    /// <summary>
    /// Adds an example and copies of it from which some of what is shared is left out by chance, together of its weight: so that no weight leans on words that happen
    /// to stand together (van der Maaten and others, Learning with marginalized corrupted features, 2013). The same examples in the same order give the same copies.
    /// </summary>
    internal void AddWithGaps(Choice example, int times = 1)
    {
        Add(example.Weighing(1 - Copies * ShareOfCopy), times);
        for (var copy = 0; copy < Copies; copy++)
        {
            var random = new Random(examples.Count);
            Add(example.Weighing(ShareOfCopy, [.. example.Shared.Where(_ => random.NextDouble() >= LeftOut)]), 0);
        }
    }

    /// <summary>Adds an example of which one class is right.</summary>
    internal void Add(FeatureBag bag, int right, float weight = 1)
    {
        var options = new Option[classes];
        var truth = new bool[classes];
        for (var k = 0; k < classes; k++) options[k] = new Option(k, []);
        truth[right] = true;
        Add(new Choice { Shared = Take(bag), Options = options, Right = truth, Weight = weight });
    }

    /// <summary>The weights that explain the examples best.</summary>
    internal ChoiceModel Train(double penalty, int steps = ChoiceTrainer.MostSteps)
    {
        int[] kept = [.. Enumerable.Range(0, names.Count).Where(row => seen[row] >= rare)];
        var place = new int[names.Count];
        Array.Fill(place, -1);
        for (var i = 0; i < kept.Length; i++) place[kept[i]] = i;
        (int, float)[] Placed((int Row, float Value)[] features) => [.. features.Where(f => place[f.Row] >= 0).Select(f => (place[f.Row], f.Value))];
        var choices = examples.ConvertAll(e => new Choice
        {
            Shared = Placed(e.Shared), Options = [.. e.Options.Select(o => new Option(o.Class, Placed(o.Own), o.Column))], Right = e.Right, Weight = e.Weight,
        });
        return new ChoiceModel([.. kept.Select(row => names[row])], ChoiceTrainer.Train(choices, kept.Length, classes, penalty, steps), classes);
    }
}
