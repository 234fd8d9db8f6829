using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>Whether a report names a further problem: of another category than its first, or another one of the same.</summary>
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
    private readonly int first;
    private readonly int main;

    internal AlsoFeatures(Occasion o, TopicModel topics, double[] ofWhole, Topic first)
    {
        whole = o.Reading;
        (numbered, setOff) = (whole.Pieces.Numbered, whole.Pieces.SetOff);
        (this.ofWhole, this.first, main) = (ofWhole, Array.IndexOf(TopicModel.Topics, first), IndexOf(first));
        var categories = TopicModel.Categories(ofWhole);
        for (var category = 0; category < possible.Length && whole.Pieces.All.Count > 1; category++)
            possible[category] = numbered || (category == main ? ofWhole[OtherOfMain(ofWhole)] : categories[category]) >= Least || Lexical(whole, category) > 0;
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

    internal static int IndexOf(Topic topic) => TopicModel.IndexOf(topic.Category);

    /// <summary>The piece that speaks most of the category.</summary>
    internal Reading? Piece(int category) => pieces.Count == 0 ? null : pieces[BestPiece(category)].Reading;

    /// <summary>The likeliest topic of the category, as its piece says; of the main category another than the first.</summary>
    internal Topic TopicIn(int category)
    {
        var topics = pieces[BestPiece(category)].Topics;
        return category != main ? TopicModel.BestIn(topics, category) : TopicModel.Topics[OtherOfMain(topics)];
    }

    /// <summary>Whether anything speaks of the category at all; of the main one, of another topic in it.</summary>
    internal bool Possible(int category) => possible[category];

    /// <summary>A numbered point behind the first speaks clearly of the category, and the first does not.</summary>
    internal bool Numbered(int category)
    {
        if (!numbered) return false;
        var (first, later) = (0d, 0d);
        foreach (var piece in pieces)
            if (piece.Part == 0) first = Math.Max(first, Share(piece, category));
            else later = Math.Max(later, Share(piece, category));
        return later >= Clear && first < Clear;
    }

    /// <summary>The first piece that speaks clearly of a category, or else the one that speaks most of it; of the first problem where <paramref name="category"/> is absent.</summary>
    internal int Place(int? category)
    {
        var at = pieces.FindIndex(p => (category is { } further ? Share(p, further) : p.Topics[first]) >= Clear);
        if (at >= 0) return at;
        return category is { } one ? BestPiece(one) : Enumerable.Range(0, pieces.Count).MaxBy(i => pieces[i].Topics[first]);
    }

    internal void Collect(int category, FeatureBag bag)
    {
        var best = BestPiece(category);
        var (reading, part, _, categories) = pieces[best];
        var share = Share(pieces[best], category);
        var same = category == main ? "same|" : "";
        var mainElsewhere = 0d;
        for (var i = 0; i < pieces.Count; i++)
            if (i != best) mainElsewhere = Math.Max(mainElsewhere, category == main ? pieces[i].Topics[first] : pieces[i].Categories[main]);
        bag.Add(same, "bias");
        bag.Add(same, "piece:", Buckets.Share(share));
        bag.Add(same, categories.Max() == categories[category] ? "leads" : "follows");
        bag.Add(same, "main-elsewhere:", Buckets.Share(mainElsewhere));
        bag.Add(same, "whole:", Buckets.Share(category == main ? ofWhole[OtherOfMain(ofWhole)] : TopicModel.Categories(ofWhole)[category]));
        bag.Add(same, "whole-main:", Buckets.Share(category == main ? ofWhole[first] : TopicModel.Categories(ofWhole)[main]));
        if (numbered) bag.Add(same, "numbered");
        if (setOff) bag.Add(same, "set-off");
        if (numbered || setOff)
        {
            bag.Add(same, "parted:", Buckets.Share(share));
            // A part of its own that speaks of something else than the one before it.
            var before = pieces.Where(p => p.Part < part).Select(p => Share(p, category)).DefaultIfEmpty(0).Max();
            bag.Add(same, numbered ? "number:" : "set-off:", part == 0 ? "first:" : "later:", Buckets.Share(share));
            if (part > 0 && before < 0.3) bag.Add(same, numbered ? "number-new:" : "set-off-new:", Buckets.Share(share));
        }
        var lexical = Lexical(reading, category);
        bag.Add(same, "lexicon:", lexical >= 3 ? "3" : lexical >= 2 ? "2" : lexical >= 1 ? "1" : "0");
        var trouble = reading.Signs.Sum(Sign.Difficulty, Sign.Request, Sign.Danger) - reading.Signs[Sign.Good];
        bag.Add(same, "trouble:", trouble >= 2 ? "2" : trouble >= 1 ? "1" : trouble >= 0.5 ? "half" : "0");
        if (share > 0.5 && trouble >= 0.9) bag.Add(same, "both");
        if (share > 0.5 && mainElsewhere > 0.5) bag.Add(same, "each-its-own");
        bag.Add(same, "pieces:", Buckets.Count(pieces.Count));
        bag.Add(same, "length:", Buckets.Length(whole.Core.Length));
        bag.Add(same, "category:", TopicCatalogue.Categories[category]);
    }

    private double Lexical(Reading reading, int category)
    {
        var sum = 0d;
        for (var i = 0; i < TopicModel.Topics.Length; i++)
            if (IndexOf(TopicModel.Topics[i]) == category && !(category == main && i == first)) sum += reading.Topics.At(i);
        return sum;
    }

    // How much a piece speaks of a further problem of the category.
    private double Share((Reading, int, double[] Topics, double[] Categories) piece, int category) =>
        category != main ? piece.Categories[category] : piece.Topics[OtherOfMain(piece.Topics)];

    private int BestPiece(int category)
    {
        var best = 0;
        for (var i = 1; i < pieces.Count; i++)
            if (Share(pieces[i], category) > Share(pieces[best], category)) best = i;
        return best;
    }

    private int OtherOfMain(double[] topics)
    {
        var best = -1;
        for (var i = 0; i < topics.Length; i++)
            if (i != first && IndexOf(TopicModel.Topics[i]) == main && (best < 0 || topics[i] > topics[best])) best = i;
        return best;
    }
}
