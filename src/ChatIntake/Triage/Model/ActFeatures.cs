using ChatIntake.Learning;
using ChatIntake.Roster;

namespace ChatIntake.Triage.Model;

/// <summary>What is known of a message whatever case it may belong to: its text, what the lexicon finds, and what went before.</summary>
internal static class ActFeatures
{
    private static readonly (double From, string Name)[] Levels = [(0.4, ">0"), (0.9, ">1"), (1.9, ">2"), (2.9, ">3")];
    private static readonly (Sign Sign, string Name)[] Signs =
        [.. Enum.GetValues<Sign>().Where(s => s is not (Sign.Topic or Sign.Word or Sign.Neutral or Sign.UrgentTopic or Sign.Variant or Sign.Kin)).Select(s => (s, s.ToString()))];

    private static readonly (Sign, Sign, string)[] Pairs =
    [
        (Sign.Difficulty, Sign.Good, "trouble+good"), (Sign.Difficulty, Sign.Solved, "trouble+solved"), (Sign.Difficulty, Sign.Likely, "trouble+likely"),
        (Sign.Difficulty, Sign.Question, "trouble+question"), (Sign.Difficulty, Sign.Past, "trouble+past"), (Sign.Difficulty, Sign.Hypothetical, "trouble+if"),
        (Sign.Difficulty, Sign.MeToo, "trouble+too"), (Sign.Difficulty, Sign.Again, "trouble+again"), (Sign.Difficulty, Sign.Notice, "trouble+notice"),
        (Sign.Solved, Sign.Thanks, "solved+thanks"), (Sign.Likely, Sign.Thanks, "likely+thanks"), (Sign.Solved, Sign.Unsolved, "solved+not"),
        (Sign.Request, Sign.Question, "wish+question"), (Sign.Difficulty, Sign.Banter, "trouble+banter"),
    ];

    private static readonly (char Sign, string Name)[] Masks =
    [
        (MaskedText.OwnFirm, "own"), (MaskedText.OtherFirm, "other"), (MaskedText.Mention, "@"), (MaskedText.Plate, "plate"), (MaskedText.Phone, "phone"),
        (MaskedText.Number, "0"), (MaskedText.Link, "link"),
    ];

    private static readonly string[] Scores = [.. Enumerable.Range(-4, 16).Select(i => (i / 2.0).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture))];

    internal static void Collect(Occasion o, ReadingCache readings, FeatureBag bag)
    {
        Text(o, bag);
        var who = Speaker(o);
        Form(o, who, bag);
        Open(o, who, bag);
        Matter(o, who, bag);
        Before(o, who, readings, bag);
    }

    /// <summary>What the text says by itself.</summary>
    internal static void Text(Occasion o, FeatureBag bag)
    {
        var masked = o.Mask(o.Reading);
        var who = Speaker(o);
        o.Words(o.Reading, who, bag);
        foreach (var (sign, name) in Masks)
            if (masked.Has(sign)) bag.Add(who, "has:", name);
        Words(o, who, bag);
    }

    // Staff, and machines and strangers of offices, use the same words for other ends.
    private static string Speaker(Occasion o) => o.Message.Role == SenderRole.Enterprise || o.IsStranger ? "" : o.IsStaff ? "s|" : "o|";

    private static void Form(Occasion o, string who, FeatureBag bag)
    {
        var text = o.Reading.View.Text.AsSpan();
        bag.Add("bias");
        bag.Add(who, "role");
        if (o.IsStranger) bag.Add("stranger");
        bag.Add(who, "type:", Names.Of(o.Message.Type));
        bag.Add(who, "length:", Buckets.Length(o.Reading.Core.Length));
        if (text.Contains('?')) bag.Add(who, "?");
        if (text.TrimEnd().EndsWith('?')) bag.Add(who, "?$");
        if (text.Contains('!')) bag.Add(who, "!");
        if (text.Contains('\n')) bag.Add(who, "lines");
        if (o.Subject.ThirdParty) bag.Add(who, "third-party");
        if (o.Subject.Firm is null) bag.Add(who, "no-firm");
    }

    private static void Words(Occasion o, string who, FeatureBag bag)
    {
        var signs = o.Reading.Signs;
        foreach (var (sign, name) in Signs)
        {
            var value = signs[sign];
            foreach (var (from, level) in Levels)
                if (value >= from) bag.Add(who, "sign:", name, level);
        }
        foreach (var (one, other, name) in Pairs)
            if (signs[one] >= 0.9 && signs[other] >= 0.4) bag.Add(who, name);
        var score = ReportScorer.Score(o.Reading);
        for (var i = 0; i < Scores.Length && score >= (i - 4) / 2.0; i++) bag.Add(who, "report>", Scores[i]);
    }

    // The same word means another thing while a case is open.
    private static void Open(Occasion o, string who, FeatureBag bag)
    {
        var signs = o.Reading.Signs;
        var open = o.Open.Count == 0 ? "none|" : o.Since(o.LastHeard) < TimeSpan.FromMinutes(40) ? "now|" : "open|";
        foreach (var (sign, name) in Signs)
            if (signs[sign] >= Levels[0].From) bag.Add(who, open, "sign:", name);
        if (signs.Last is { } last) bag.Add(who, open, "last:", Names.Of(last));
        foreach (var name in o.Kin) bag.Add(who, open, "k:", name);
    }

    private static void Matter(Occasion o, string who, FeatureBag bag)
    {
        var topics = o.Reading.Topics;
        if (topics.BestScore >= 1) bag.Add(who, "topic");
        if (topics.BestScore >= 3) bag.Add(who, "topic>3");
        if (topics.Sure) bag.Add(who, "topic-sure");
        bag.Add(who, "urgency:", Names.Of(o.Reading.Urgency.Stated));
        if (o.Open.Count == 0 || topics.BestScore < 1) return;
        var known = o.Open.Any(c => c.Topics.Contains(topics.Best)) ? "same" : o.Open.Any(c => c.Topics.Any(t => t.Category == topics.Best.Category)) ? "near" : "new";
        bag.Add(who, "open-topic:", known);
        if (topics.Sure) bag.Add(who, "open-topic-sure:", known);
    }

    private static void Before(Occasion o, string who, ReadingCache readings, FeatureBag bag)
    {
        bag.Add(who, "open:", Buckets.Count(o.Open.Count));
        bag.Add(who, "case-age:", Buckets.Age(o.Open.Count == 0 ? null : o.Since(o.LastHeard)));
        if (o.Ended.Count > 0) bag.Add(who, "ended:", Buckets.Age(o.Since(o.Ended.Max(c => c.EndedAt ?? c.LastHeardAt))));
        Earlier.Previous(o, who, readings, bag);
        Earlier.Asked(o, who, readings, bag);
        Earlier.Theirs(o, who, readings, bag);
        Earlier.Quoted(o, who, bag);
    }
}
