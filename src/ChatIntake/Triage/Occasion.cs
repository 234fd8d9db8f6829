using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>A message in its scene, with what every judge asks first: whose matter it is and which cases it may touch.</summary>
internal sealed class Occasion
{
    private readonly Dictionary<MessageId, PastMessage> recent;
    private readonly ReadingRules rules;
    private double[]? topics;

    internal Occasion(Heard message, Scene scene, ReadingRules rules)
    {
        (Message, Scene, this.rules) = (message, scene, rules);
        Reading = new Reading(message.Text, rules, message.PostedAt);
        recent = scene.Recent.DistinctBy(m => m.Id).ToDictionary(m => m.Id);
        Subject = Subject.Of(this);
        var spokenIn = scene.Recent.Where(m => m.Sender == message.Sender && m.Case is not null).Select(m => m.Case!.Value).ToHashSet();
        var own = scene.Cases.Where(c => Belongs(c, spokenIn)).ToList();
        Open = [.. own.Where(c => c.Open)];
        Ended = [.. own.Where(c => !c.Open)];
        Mine = Backwards(TimeSpan.FromDays(1)).FirstOrDefault(m => m.Sender == message.Sender);
        LastHeard = Open.Count == 0 ? default : Open.Max(c => c.LastHeardAt);
        QuotedCase = FindQuoted();
    }

    internal Heard Message { get; }

    internal Scene Scene { get; }

    internal Reading Reading { get; }

    internal Subject Subject { get; }

    /// <summary>Open cases of the enterprise concerned, and those that the sender reported for another.</summary>
    internal IReadOnlyList<KnownCase> Open { get; }

    /// <summary>When an open case was last heard of; without one meaningless.</summary>
    internal DateTimeOffset LastHeard { get; }

    /// <summary>The speaker's own last message in the group, within a day.</summary>
    internal PastMessage? Mine { get; }

    /// <summary>The same, ended not long ago.</summary>
    internal IReadOnlyList<KnownCase> Ended { get; }

    /// <summary>The case of the quoted message, whosever it is.</summary>
    internal KnownCase? QuotedCase { get; }

    internal bool IsStaff => Message.Role is SenderRole.Bureau or SenderRole.Leader or SenderRole.Commissioner or SenderRole.Department;

    internal bool IsStranger => Message.Role == SenderRole.Other && !Scene.Roster.Index.Knows(Message.Sender);

    internal TimeSpan Since(DateTimeOffset time) => Message.PostedAt > time ? Message.PostedAt - time : TimeSpan.Zero;

    internal Reading Read(string text) => new(text, rules);

    /// <summary>A text with names and numbers masked.</summary>
    internal Model.MaskedText Mask(Reading reading) => new(reading.View.Text, rules.Lexicon.Dialect, reading.Named(Scene.Roster), Message.Enterprises);

    /// <summary>How probable each topic is for the message, by a model; made once.</summary>
    internal double[] TopicsBy(Model.TopicModel model)
    {
        if (topics is { } known) return known;
        var bag = new Learning.FeatureBag();
        Model.MatterFeatures.Collect(this, bag);
        return topics = model.Score(bag);
    }

    /// <summary>The words of a text.</summary>
    internal List<Segmentation.Token> Cut(ReadOnlySpan<char> text)
    {
        var tokens = new List<Segmentation.Token>();
        rules.Segmenter.Cut(text, tokens);
        return tokens;
    }

    internal PastMessage? Past(MessageId id) => recent.GetValueOrDefault(id);

    /// <summary>The message before in the group.</summary>
    internal PastMessage? Before(TimeSpan reach) => Backwards(reach).FirstOrDefault();

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

    private bool Belongs(KnownCase known, HashSet<CaseId> spokenIn) =>
        Subject.Firm is { } firm && known.Enterprise == firm
        || spokenIn.Contains(known.Id) && Past(known.Messages[0])?.Sender == Message.Sender
            && !(known.Enterprise is { } of && Message.Enterprises.Contains(of));

    private KnownCase? FindQuoted()
    {
        if (Message.Quote is not { } quote) return null;
        var of = Past(quote)?.Case;
        return Scene.Cases.LastOrDefault(c => c.Id == of || c.Messages.Contains(quote));
    }
}
