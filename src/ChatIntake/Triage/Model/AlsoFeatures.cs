using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>Whether a report names a further problem, of another category than its first.</summary>
internal sealed class AlsoFeatures
{
    private const double Clear = 0.5;

    // A category of which the whole message says so little is named in no piece of it.
    private const double Least = 0.005;

    private readonly Reading whole;
    private readonly List<(Reading Reading, int Part, double[] Topics, double[] Categories)> pieces;
    private readonly bool[] possible = new bool[TopicCatalogue.Categories.Count];
    private readonly bool numbered;
    private readonly bool setOff;
    private readonly double[] ofWhole;
    private readonly int main;

    internal AlsoFeatures(Occasion o, TopicModel topics, double[] ofWhole, Topic first)
    {
        whole = o.Reading;
        (numbered, setOff) = (whole.Pieces.Numbered, whole.Pieces.SetOff);
        this.ofWhole = TopicModel.Categories(ofWhole);
        main = IndexOf(first);
        for (var category = 0; category < possible.Length && whole.Pieces.All.Count > 1; category++)
            possible[category] = category != main && (numbered || this.ofWhole[category] >= Least || Named(category));
        // To read the pieces takes time: most messages have one problem.
        pieces = Array.IndexOf(possible, true) < 0 ? [] : Read(o, topics);
    }

    private static List<(Reading Reading, int Part, double[] Topics, double[] Categories)> Read(Occasion o, TopicModel topics)
    {
        var (bag, read) = (new FeatureBag(), new List<(Reading, int, double[], double[])>());
        foreach (var piece in o.Reading.Pieces.All)
        {
            var reading = o.Read(o.Reading.TextOf(piece));
            bag.Clear();
            MatterFeatures.Text(o, reading, bag);
            var scores = topics.Score(bag, new TopicHints(reading));
            read.Add((reading, piece.Part, scores, TopicModel.Categories(scores)));
        }
        return read;
    }

    private bool Named(int category)
    {
        for (var i = 0; i < TopicModel.Topics.Length; i++)
            if (whole.Topics.At(i) > 0 && IndexOf(TopicModel.Topics[i]) == category) return true;
        return false;
    }

    internal static int IndexOf(Topic topic) => TopicModel.IndexOf(topic.Category);

    /// <summary>The piece that speaks most of the category.</summary>
    internal Reading? Piece(int category) => pieces.Count == 0 ? null : pieces.MaxBy(p => p.Categories[category]).Reading;

    /// <summary>The likeliest topic of the category, as its piece says.</summary>
    internal Topic TopicIn(int category) => TopicModel.BestIn(pieces.MaxBy(p => p.Categories[category]).Topics, category);

    /// <summary>Whether anything speaks of the category at all.</summary>
    internal bool Possible(int category) => possible[category];

    /// <summary>A numbered point behind the first speaks clearly of the category, and the first does not.</summary>
    internal bool Numbered(int category)
    {
        if (!numbered) return false;
        var later = pieces.Where(p => p.Part > 0).Select(p => p.Categories[category]).DefaultIfEmpty(0).Max();
        return later >= Clear && pieces.Where(p => p.Part == 0).All(p => p.Categories[category] < Clear);
    }

    internal void Collect(int category, FeatureBag bag)
    {
        var (reading, part, _, categories) = pieces.MaxBy(p => p.Categories[category]);
        var share = categories[category];
        var isMain = categories.Max() == share;
        var mainElsewhere = pieces.Where(p => p.Reading != reading).Max(p => p.Categories[main]);
        bag.Add("bias");
        bag.Add("piece:", Buckets.Share(share));
        bag.Add(isMain ? "leads" : "follows");
        bag.Add("main-elsewhere:", Buckets.Share(mainElsewhere));
        bag.Add("whole:", Buckets.Share(ofWhole[category]));
        bag.Add("whole-main:", Buckets.Share(ofWhole[main]));
        if (numbered) bag.Add("numbered");
        if (setOff) bag.Add("set-off");
        if (numbered || setOff)
        {
            bag.Add("parted:", Buckets.Share(share));
            // A part of its own that speaks of something else than the one before it.
            var before = pieces.Where(p => p.Part < part).Select(p => p.Categories[category]).DefaultIfEmpty(0).Max();
            bag.Add(numbered ? "number:" : "set-off:", part == 0 ? "first:" : "later:", Buckets.Share(share));
            if (part > 0 && before < 0.3) bag.Add(numbered ? "number-new:" : "set-off-new:", Buckets.Share(share));
        }
        var code = TopicCatalogue.Categories[category];
        var lexical = TopicCatalogue.Topics.Where(t => t.Category == code).Sum(t => reading.Topics[t]);
        bag.Add("lexicon:", lexical >= 3 ? "3" : lexical >= 2 ? "2" : lexical >= 1 ? "1" : "0");
        var trouble = reading.Signs.Sum(Sign.Difficulty, Sign.Request, Sign.Danger) - reading.Signs[Sign.Good];
        bag.Add("trouble:", trouble >= 2 ? "2" : trouble >= 1 ? "1" : trouble >= 0.5 ? "half" : "0");
        if (share > 0.5 && trouble >= 0.9) bag.Add("both");
        bag.Add("pieces:", Buckets.Count(pieces.Count));
        bag.Add("length:", Buckets.Length(whole.Core.Length));
        bag.Add("category:", code);
    }
}
