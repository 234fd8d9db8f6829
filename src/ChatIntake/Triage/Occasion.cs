using ChatIntake.Chat;
using ChatIntake.Learning;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Triage.Model;

namespace ChatIntake.Triage;

/// <summary>A message in its scene, with what every decision asks first: whose matter it is and which cases it may touch.</summary>
internal sealed class Occasion
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // How far back the talk of the group goes.
    private static readonly TimeSpan Talk = TimeSpan.FromHours(3);

    private readonly ReadingRules rules;
    private double[]? topics;
    private double[]? categories;
    private MaskedText? masked;
    private List<Token>? tokens;
    private (string Kind, FeatureBag Bag)? words;

    internal Occasion(Heard message, Scene scene, ReadingRules rules)
    {
        (Message, Scene, this.rules) = (message, scene, rules);
        Reading = new Reading(message.Text, rules, message.PostedAt);
        IsStranger = message.Role == SenderRole.Other && !scene.Roster.Index.Knows(message.Sender);
        Recent = [];
        var talk = true;
        for (var i = scene.Recent.Length - 1; i >= 0; i--)
        {
            var past = scene.Recent[i];
            if (talk && past.Group == message.Group && (talk = Since(past.PostedAt) <= Talk)) Recent.Add(past);
            if (past.Sender != message.Sender) continue;
            if (LastOfCase is null && past.Case is not null) LastOfCase = past;
            if (Mine is null && past.Group == message.Group && Since(past.PostedAt) <= Day) Mine = past;
        }
        Subject = Subject.Of(this);
        var (open, ended) = (new List<KnownCase>(), new List<KnownCase>());
        foreach (var known in scene.Cases)
            if (Belongs(known)) (known.Open ? open : ended).Add(known);
        (Open, Ended) = (open, ended);
        foreach (var known in open)
            if (known.LastHeardAt > LastHeard) LastHeard = known.LastHeardAt;
        QuotedCase = FindQuoted();
    }

    internal Heard Message { get; }

    internal Scene Scene { get; }

    internal Reading Reading { get; }

    internal Subject Subject { get; }

    /// <summary>Open cases of the enterprise concerned, and those that the sender reported for another; oldest first.</summary>
    internal List<KnownCase> Open { get; }

    /// <summary>The same, ended not long ago.</summary>
    internal List<KnownCase> Ended { get; }

    /// <summary>When an open case was last heard of; without one meaningless.</summary>
    internal DateTimeOffset LastHeard { get; }

    /// <summary>The messages of the group within the last hours, newest first.</summary>
    internal List<PastMessage> Recent { get; }

    /// <summary>The speaker's own last message in the group, within a day.</summary>
    internal PastMessage? Mine { get; }

    /// <summary>The speaker's own last message, in any group, that was of a case.</summary>
    internal PastMessage? LastOfCase { get; }

    /// <summary>The case of the quoted message, whosever it is.</summary>
    internal KnownCase? QuotedCase { get; }

    internal bool IsStaff => Message.Role is SenderRole.Bureau or SenderRole.Leader or SenderRole.Commissioner or SenderRole.Department;

    internal bool IsStranger { get; }

    internal TimeSpan Since(DateTimeOffset time) => Message.PostedAt > time ? Message.PostedAt - time : TimeSpan.Zero;

    internal Reading Read(string text) => new(text, rules);

    /// <summary>A text with names and numbers masked.</summary>
    internal MaskedText Mask(Reading reading) =>
        reading == Reading ? masked ??= new MaskedText(reading.View.Text, rules.Lexicon.Dialect, reading.Named(Scene.Roster), Message.Enterprises)
        : new MaskedText(reading.View.Text, rules.Lexicon.Dialect, reading.Named(Scene.Roster), Message.Enterprises);

    /// <summary>The classes of its words.</summary>
    internal List<string> Kin => field ??= ClassFeatures.In(Mask(Reading).Span, rules.Lexicon.Classes);

    /// <summary>Adds the words of a text, masked, and their classes. <paramref name="kind"/> goes before their names.</summary>
    internal void Words(Reading reading, string kind, FeatureBag bag)
    {
        if (reading != Reading)
        {
            Collect(kind, Mask(reading), Cut(Mask(reading).Span), bag);
            return;
        }
        // Asked for several times for one message.
        if (words is not { } known || known.Kind != kind || !known.Bag.Serves(bag))
        {
            known = (kind, bag.Like());
            Collect(kind, Mask(reading), tokens ??= Cut(Mask(reading).Span), known.Bag);
            words = known;
        }
        bag.Add(known.Bag);
    }

    /// <summary>How probable each topic is for the message, by a model; made once.</summary>
    internal double[] TopicsBy(TopicModel model)
    {
        if (topics is { } known) return known;
        using var bag = FeatureBag.Rent();
        MatterFeatures.Collect(this, bag);
        return topics = model.Score(bag, new TopicHints(this));
    }

    /// <summary>How probable each category is, by a model; made once.</summary>
    internal double[] CategoriesBy(TopicModel model) => categories ??= TopicModel.Categories(TopicsBy(model));

    /// <summary>The recent message of that id, or null. Ids grow in the order heard.</summary>
    internal PastMessage? Past(MessageId id)
    {
        var (low, high) = (0, Scene.Recent.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var past = Scene.Recent[middle];
            if (past.Id == id) return past;
            if (past.Id.Value < id.Value) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    private void Collect(string kind, MaskedText text, List<Token> cut, FeatureBag bag)
    {
        TextFeatures.Collect(kind, text.Span, cut, bag);
        ClassFeatures.Collect(kind, text.Span, rules.Lexicon.Classes, bag);
    }

    private List<Token> Cut(ReadOnlySpan<char> text)
    {
        var cut = new List<Token>(text.Length);
        rules.Segmenter.Cut(text, cut);
        return cut;
    }

    // Of the enterprise concerned, or reported by the speaker for another.
    private bool Belongs(KnownCase known)
    {
        if (Subject.Firm is { } firm && known.Enterprise == firm) return true;
        if (known.Enterprise is { } of && Message.Enterprises.Contains(of)) return false;
        return Past(known.Messages[0]) is { } opener && opener.Sender == Message.Sender && opener.Case == known.Id;
    }

    private KnownCase? FindQuoted()
    {
        if (Message.Quote is not { } quote) return null;
        var of = Past(quote)?.Case;
        return Scene.Cases.LastOrDefault(c => c.Id == of || c.Messages.Contains(quote));
    }
}
