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

    private readonly ReadingRules rules;
    private double[]? topics;

    internal Occasion(Heard message, Scene scene, ReadingRules rules)
    {
        (Message, Scene, this.rules) = (message, scene, rules);
        Reading = new Reading(message.Text, rules, message.PostedAt);
        IsStranger = message.Role == SenderRole.Other && !scene.Roster.Index.Knows(message.Sender);
        var mine = new List<PastMessage>();
        for (var i = scene.Recent.Count - 1; i >= 0; i--)
            if (scene.Recent[i] is var past && past.Sender == message.Sender) mine.Add(past);
        LastOfCase = mine.Find(m => m.Case is not null);
        Mine = mine.Find(m => m.Group == message.Group && Since(m.PostedAt) <= Day);
        Subject = Subject.Of(this);
        var (open, ended) = (new List<KnownCase>(), new List<KnownCase>());
        foreach (var known in scene.Cases)
            if (Belongs(known, mine)) (known.Open ? open : ended).Add(known);
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
    internal IReadOnlyList<KnownCase> Open { get; }

    /// <summary>The same, ended not long ago.</summary>
    internal IReadOnlyList<KnownCase> Ended { get; }

    /// <summary>When an open case was last heard of; without one meaningless.</summary>
    internal DateTimeOffset LastHeard { get; }

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
    internal MaskedText Mask(Reading reading) => new(reading.View.Text, rules.Lexicon.Dialect, reading.Named(Scene.Roster), Message.Enterprises);

    /// <summary>How probable each topic is for the message, by a model; made once.</summary>
    internal double[] TopicsBy(TopicModel model)
    {
        if (topics is { } known) return known;
        var bag = new FeatureBag();
        MatterFeatures.Collect(this, bag);
        return topics = model.Score(bag, new TopicHints(this));
    }

    /// <summary>Which words are kin.</summary>
    internal WordClasses Classes => rules.Lexicon.Classes;

    /// <summary>The words of a text.</summary>
    internal List<Token> Cut(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(text.Length);
        rules.Segmenter.Cut(text, tokens);
        return tokens;
    }

    /// <summary>The recent message of that id, or null. Ids grow in the order heard.</summary>
    internal PastMessage? Past(MessageId id)
    {
        var (low, high) = (0, Scene.Recent.Count - 1);
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

    /// <summary>The message before in the group.</summary>
    internal PastMessage? Before(TimeSpan reach)
    {
        foreach (var past in Backwards(reach)) return past;
        return null;
    }

    /// <summary>Messages of the same group, newest first, as far back as asked.</summary>
    internal IEnumerable<PastMessage> Backwards(TimeSpan reach)
    {
        for (var i = Scene.Recent.Count - 1; i >= 0; i--)
        {
            var past = Scene.Recent[i];
            if (Since(past.PostedAt) > reach) yield break;
            if (past.Group == Message.Group) yield return past;
        }
    }

    private bool Belongs(KnownCase known, List<PastMessage> mine)
    {
        if (Subject.Firm is { } firm && known.Enterprise == firm) return true;
        return mine.Exists(m => m.Id == known.Messages[0] && m.Case == known.Id) && !(known.Enterprise is { } of && Message.Enterprises.Contains(of));
    }

    private KnownCase? FindQuoted()
    {
        if (Message.Quote is not { } quote) return null;
        var of = Past(quote)?.Case;
        return Scene.Cases.LastOrDefault(c => c.Id == of || c.Messages.Contains(quote));
    }
}
