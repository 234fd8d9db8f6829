using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>Says what a problem is about.</summary>
internal sealed class TopicModel(ChoiceModel model)
{
    internal static readonly Topic[] Topics = [.. TopicCatalogue.Topics];
    /// <summary>The column by which hints are weighed, alike for all topics.</summary>
    internal const int HintColumn = 0;

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
        var own = new FeatureBag();
        for (var i = 0; i < scores.Length; i++)
        {
            own.Clear();
            hints.Collect(Topics[i], own);
            if (own.Count > 0) scores[i] += model.Score(own, HintColumn);
        }
        ChoiceModel.ToProbabilities(scores);
        return scores;
    }

    /// <summary>How probable it is that the topic is one of these, and that the category is one of theirs.</summary>
    internal static (double Topic, double Category) Share(double[] topics, IReadOnlyList<Topic> of)
    {
        double topic = 0, category = 0;
        for (var i = 0; i < topics.Length; i++)
        {
            var (same, near) = (false, false);
            foreach (var one in of)
            {
                same |= one == Topics[i];
                near |= one.Category == Topics[i].Category;
            }
            if (same) topic += topics[i];
            if (near) category += topics[i];
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
