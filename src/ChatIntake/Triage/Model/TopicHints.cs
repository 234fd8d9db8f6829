using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>What speaks for one topic or another whatever it is: the lexicon's own judgement, what the neighbours just reported, what is quoted, what the firm had before.</summary>
internal sealed class TopicHints
{
    private static readonly (double From, string Name)[] Levels = [(0.9, ">1"), (1.9, ">2"), (2.9, ">3"), (4.9, ">5")];

    private readonly Reading reading;
    private readonly string length;
    private readonly bool meToo;
    private readonly Topic? near;
    private readonly Topic? quoted;
    private readonly IReadOnlyList<KnownCase> had;

    // Of a message in several pieces: what the first that speaks of anything speaks of, and what the others do.
    private readonly Topic? first;
    private readonly List<Topic> later = [];
    private readonly string parted = "";

    /// <summary>The hints for a whole message.</summary>
    internal TopicHints(Occasion o)
    {
        (reading, near, quoted, had) = (o.Reading, Neighbourhood.Topic(o), o.QuotedCase?.Topics[0], o.Open);
        length = Buckets.Length(reading.Core.Length);
        var pieces = reading.Pieces;
        if (pieces.All.Count > 1 && reading.Topics.BestScore > 0)
        {
            parted = pieces.Numbered ? ":numbered" : pieces.SetOff ? ":set-off" : ":plain";
            foreach (var piece in pieces.All)
            {
                var topics = reading.TopicsIn(piece);
                if (topics.BestScore < 2) continue;
                if (first is null) first = topics.Best;
                else later.Add(topics.Best);
            }
        }
        meToo = reading.Signs[Sign.MeToo] > 0.4 || reading.View.Text.AsSpan().ContainsAny('也', '同');
    }

    /// <summary>The hints for a piece of one: the lexicon's only.</summary>
    internal TopicHints(Reading piece) => (reading, length, had) = (piece, "", []);

    /// <summary>The place of the topic that the lexicon settles, or null.</summary>
    internal int? Settled => reading.Topics.Settled;

    /// <summary>The hints for a topic, by its place among all.</summary>
    internal void Collect(int place, FeatureBag bag)
    {
        var topic = TopicModel.Topics[place];
        var score = reading.Topics.At(place);
        foreach (var (from, level) in Levels)
            if (score >= from) bag.Add("hint:lexicon", level);
        if (reading.Topics.BestScore > 0)
        {
            if (reading.Topics.Best == topic) bag.Add("hint:best", reading.Topics.Sure ? ":sure" : ":not");
            else if (reading.Topics.Best.Category == topic.Category) bag.Add("hint:near-best", reading.Topics.Sure ? ":sure" : ":not");
        }
        if (first is { } one)
        {
            if (one == topic) bag.Add("hint:first", parted);
            else if (one.Category == topic.Category) bag.Add("hint:first-kin", parted);
            else if (later.Exists(t => t.Category == topic.Category)) bag.Add("hint:later", parted);
        }
        if (near is { } neighbour) Close("hint:near", neighbour, topic, bag);
        if (quoted is { } q) Close("hint:quoted", q, topic, bag);
        for (var i = 0; i < had.Count; i++)
            if (had[i].Topics[0] == topic)
            {
                bag.Add("hint:had");
                break;
            }
    }

    private void Close(string name, Topic other, Topic topic, FeatureBag bag)
    {
        var how = other == topic ? ":same:" : other.Category == topic.Category ? ":kin:" : null;
        if (how is null) return;
        bag.Add(name, how);
        bag.Add(name, how, length);
        if (meToo) bag.Add(name, how, "too");
        if (reading.Topics.BestScore < 1) bag.Add(name, how, "silent");
        if (meToo && reading.Topics.BestScore < 3) bag.Add(name, how, "too-silent");
    }
}
