using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>Says what a problem is about.</summary>
internal sealed class TopicModel(ChoiceModel model)
{
    internal static readonly Topic[] Topics = [.. TopicCatalogue.Topics];
    /// <summary>The column by which hints are weighed, alike for all topics.</summary>
    internal const int HintColumn = 0;

    // What the lexicon settles outweighs what was learned.
    private const double Settled = 10;

    private static readonly string[] Codes = [.. TopicCatalogue.Categories];
    private static readonly int[] CategoryOf = [.. Topics.Select(t => IndexOf(t.Category))];

    /// <summary>The place of a category in the table.</summary>
    internal static int IndexOf(string category) => Array.IndexOf(Codes, category);

    internal ChoiceModel Choices => model;

    /// <summary>How probable each topic is, by what all topics share and by what speaks for each.</summary>
    /// <param name="bag">What <see cref="MatterFeatures"/> collected.</param>
    /// <param name="hints">What speaks for single topics.</param>
    internal double[] Score(FeatureBag bag, TopicHints hints)
    {
        var scores = new double[Topics.Length];
        model.Score(bag, scores);
        using var own = FeatureBag.Rent();
        for (var i = 0; i < scores.Length; i++)
        {
            own.Clear();
            hints.Collect(i, own);
            if (own.Count > 0) scores[i] += model.Score(own, HintColumn);
        }
        if (hints.Settled is { } settled) scores[settled] += Settled;
        ChoiceModel.ToProbabilities(scores);
        return scores;
    }

    /// <summary>How probable it is that the topic is one of these, and that the category is one of theirs.</summary>
    internal static (double Topic, double Category) Share(double[] topics, double[] categories, IReadOnlyList<Topic> of)
    {
        double topic = 0, category = 0;
        for (var i = 0; i < of.Count; i++)
        {
            var (known, kin) = (false, false);
            for (var j = 0; j < i; j++)
            {
                known |= of[j] == of[i];
                kin |= of[j].Category == of[i].Category;
            }
            if (!known && TopicScores.PlaceOf(of[i]) is >= 0 and var at) topic += topics[at];
            if (!kin && IndexOf(of[i].Category) is >= 0 and var of1) category += categories[of1];
        }
        return (topic, category);
    }

    /// <summary>How probable each category is: all its topics together.</summary>
    internal static double[] Categories(double[] topics)
    {
        var sums = new double[TopicCatalogue.Categories.Count];
        for (var i = 0; i < topics.Length; i++) sums[CategoryOf[i]] += topics[i];
        return sums;
    }

    /// <summary>The likeliest category, and the likeliest topic in it.</summary>
    internal static Topic Best(double[] topics)
    {
        var categories = Categories(topics);
        var category = Array.IndexOf(categories, categories.Max());
        return BestIn(topics, category);
    }

    /// <summary>The likeliest topic of a category.</summary>
    internal static Topic BestIn(double[] topics, int category)
    {
        var best = -1;
        for (var i = 0; i < topics.Length; i++)
            if (CategoryOf[i] == category && (best < 0 || topics[i] > topics[best])) best = i;
        return Topics[best];
    }
}
