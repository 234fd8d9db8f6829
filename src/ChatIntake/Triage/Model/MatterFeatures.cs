using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>What is known of a problem: its words, what the lexicon finds, who has it, and what others just reported.</summary>
internal static class MatterFeatures
{
    private static readonly Sign[] Pressing =
        [Sign.Critical, Sign.Urgent, Sign.Pressing, Sign.Danger, Sign.Conflict, Sign.Higher, Sign.Misconduct, Sign.Debt, Sign.Difficulty, Sign.Request, Sign.Again, Sign.MeToo];

    private static readonly string[] Abouts = [.. TopicModel.Topics.Select(t => "about:" + t.Code)];

    /// <summary>What the text itself says.</summary>
    internal static void Text(Occasion o, Reading reading, FeatureBag bag)
    {
        o.Words(reading, "", bag);
        bag.Add("bias");
        for (var i = 0; i < TopicModel.Topics.Length && reading.Topics.BestScore > 0; i++)
        {
            var (topic, score) = (TopicModel.Topics[i], reading.Topics.At(i));
            if (score <= 0) continue;
            bag.Add("topic:" + topic.Code, (float)Math.Min(2, score / 3));
            bag.Add("category:" + topic.Category, 0.5f);
        }
        if (reading.Topics.BestScore > 0) bag.Add("best:", reading.Topics.Best.Code);
        if (reading.Topics.Rival is { } rival) bag.Add("rival:" + rival.Code, 0.5f);
        foreach (var sign in Pressing)
            for (var level = 0.9; level < 3 && reading.Signs[sign] >= level; level++) bag.Add("sign:", Names.Of(sign), level < 1 ? ">1" : level < 2 ? ">2" : ">3");
        bag.Add("urgency:", Names.Of(reading.Urgency.Stated));
        bag.Add("length:", Buckets.Length(reading.Core.Length));
    }

    /// <summary>What it is about, for what depends on that: a truck that is held presses.</summary>
    internal static void About(double[] topics, FeatureBag bag)
    {
        for (var i = 0; i < topics.Length; i++)
            if (topics[i] >= 0.15) bag.Add(Abouts[i], (float)topics[i]);
    }

    /// <summary>What the text says, and what is known beside it.</summary>
    internal static void Collect(Occasion o, FeatureBag bag)
    {
        var reading = o.Reading;
        Text(o, reading, bag);
        if (o.Subject.Firm is { } firm && o.Scene.Roster.Index.Enterprise(firm) is { Industry.Length: > 0 } enterprise)
            for (var i = 0; i + 2 <= enterprise.Industry.Length; i++) bag.Add("industry:", enterprise.Industry.AsSpan(i, 2), 0.5f);
        if (Neighbourhood.Topic(o) is { } near)
        {
            bag.Add("near:" + near.Code, 0.5f);
            if (reading.Topics.BestScore < 1) bag.Add("near-only:", near.Code);
            if (reading.Signs[Sign.MeToo] > 0.4) bag.Add("me-too:", near.Code);
        }
        if (o.QuotedCase is { } quoted) bag.Add("quoted:", quoted.Topics[0].Code);
    }
}
