using System.Collections.Frozen;

namespace ChatIntake.Triage;

/// <summary>How much a text speaks of each topic, and which two lead.</summary>
internal sealed class TopicScores
{
    // A category that is hit in several of its topics is likelier than one hit by chance.
    private const double ShareOfCategory = 0.25;

    // No entry that ships weighs so much: whoever writes it means it.
    private const double Settling = 8;

    private static readonly Topic[] All = [.. TopicCatalogue.Topics];
    private static readonly FrozenDictionary<string, int> IndexOf = All.Select((t, i) => (t.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);

    private static readonly int[] CategoryOf = [.. All.Select(t => TopicCatalogue.Categories.ToList().IndexOf(t.Category))];

    private readonly double[] scores = new double[All.Length];

    /// <summary>Takes the hits that lie between two positions.</summary>
    internal TopicScores(TextView view, IReadOnlyList<Hit> hits, int from = 0, int to = int.MaxValue)
    {
        var some = false;
        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Entry.Sign != Sign.Topic || hits[i].Start < from || hits[i].End > to || Denied(view.Text, hits[i])) continue;
            scores[IndexOf[hits[i].Entry.Topic.Code]] += hits[i].Entry.Weight;
            if (hits[i].Entry.Weight >= Settling) Settled = IndexOf[hits[i].Entry.Topic.Code];
            some = true;
        }
        if (some) Rank();
    }

    /// <summary>The place of the topic that an entry of the lexicon settles by its weight, or null.</summary>
    internal int? Settled { get; }

    /// <summary>The leading topic; <see cref="Topic.Other"/> where nothing was hit.</summary>
    internal Topic Best { get; private set; } = Topic.Other;

    /// <summary>The weight of the leading topic, 0 where nothing was hit.</summary>
    internal double BestScore { get; private set; }

    /// <summary>The nearest topic of another category, or null.</summary>
    internal Topic? Rival { get; private set; }

    internal double RivalScore { get; private set; }

    /// <summary>Whether the leading topic stands clear of every other category.</summary>
    internal bool Sure => BestScore >= 2 && BestScore - RivalScore >= 1;

    internal double this[Topic topic] => IndexOf.TryGetValue(topic.Code, out var i) ? scores[i] : 0;

    /// <summary>The place of a topic in <see cref="TopicCatalogue.Topics"/>; -1 for one of the first level.</summary>
    internal static int PlaceOf(Topic topic) => IndexOf.TryGetValue(topic.Code, out var i) ? i : -1;

    /// <summary>By the place of the topic in <see cref="TopicCatalogue.Topics"/>.</summary>
    internal double At(int topic) => scores[topic];

    /// <summary>How alike two texts are in what they speak of: the cosine of their scores, 0 to 1.</summary>
    internal double Likeness(TopicScores other)
    {
        if (BestScore == 0 || other.BestScore == 0) return 0;
        double dot = 0, a = 0, b = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            dot += scores[i] * other.scores[i];
            a += scores[i] * scores[i];
            b += other.scores[i] * other.scores[i];
        }
        return dot == 0 ? 0 : dot / Math.Sqrt(a * b);
    }

    // 不缺人 does not speak of hiring; 没口罩 does speak of masks.
    private static bool Denied(string text, Hit hit) =>
        hit.Start > 0 && text[hit.Start - 1] == '不' && "缺差堵停断欠涨限".Contains(text[hit.Start], StringComparison.Ordinal);

    private void Rank()
    {
        Span<double> byCategory = stackalloc double[TopicCatalogue.Categories.Count];
        byCategory.Clear();
        for (var i = 0; i < All.Length; i++) byCategory[CategoryOf[i]] += scores[i];
        var best = -1;
        for (var i = 0; i < All.Length; i++)
        {
            if (scores[i] <= 0) continue;
            var weight = scores[i] + ShareOfCategory * (byCategory[CategoryOf[i]] - scores[i]);
            if (weight > BestScore) (Best, BestScore, best) = (All[i], weight, i);
        }
        for (var i = 0; i < All.Length; i++)
            if (CategoryOf[i] != CategoryOf[best] && scores[i] > RivalScore) (Rival, RivalScore) = (All[i], scores[i]);
    }
}
