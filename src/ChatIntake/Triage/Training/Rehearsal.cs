using ChatIntake.Chat;
using ChatIntake.Learning;
using ChatIntake.Triage.Model;

namespace ChatIntake.Triage.Training;

/// <summary>Plays labelled chats as they should have been understood, and gathers from each message what a model learns from it.</summary>
internal static class Rehearsal
{
    /// <summary>Plays a chat with the right verdicts; <paramref name="see"/> is shown each message before its verdict is given.</summary>
    internal static void Play(LabelledChat chat, TriageRules rules, Action<LabelledMessage, Occasion, KnownCase?> see)
    {
        var conversation = new Conversation(chat.Roster);
        var cases = new Dictionary<MessageId, CaseId>();
        foreach (var message in chat.Messages)
        {
            var occasion = new Occasion(message.Heard, conversation.Scene(message.Heard.PostedAt), rules);
            var about = message.Kind != VerdictKind.Report && message.Problem is { } problem && cases.TryGetValue(problem, out var id)
                ? conversation.Cases.First(c => c.Id == id) : null;
            see(message, occasion, about);
            if (conversation.Hear(message.Heard, Right(message, about), message.Command) is { } opened && message.Kind == VerdictKind.Report) cases[message.Heard.Id] = opened;
        }
    }

    internal static Verdict Right(LabelledMessage message, KnownCase? about) => new()
    {
        Kind = about is null && message.Kind is VerdictKind.Addition or VerdictKind.Resolution or VerdictKind.Withdrawal ? VerdictKind.Chat : message.Kind,
        Case = about?.Id, Enterprise = message.Enterprise, Problems = message.Problems, Special = message.Special, RaisedTo = message.RaisedTo,
    };

    /// <summary>What the model of acts learns from one message.</summary>
    internal static void Act(ChoiceSet set, LabelledMessage message, Occasion o, KnownCase? about, ReadingCache readings, FeatureBag bag)
    {
        if (message.Command) return;
        bag.Clear();
        ActFeatures.Collect(o, new MaskedText(o.Reading.View.Text, o.Reading.Named(o.Scene.Roster), o.Message.Enterprises), readings, bag);
        var shared = bag.ToArray();
        var candidates = CaseFeatures.Candidates(o);
        var kind = Right(message, about).Kind;
        if (about is not null && !candidates.Contains(about)) return;
        var options = ActModel.Alone.Select(k => (ActModel.ClassOf(k), System.Array.Empty<(ulong, float)>())).ToList();
        var right = ActModel.Alone.Select(k => about is null && ActModel.ClassOf(k) == ActModel.ClassOf(kind)).ToList();
        foreach (var known in candidates)
        {
            bag.Clear();
            CaseFeatures.Collect(o, known, candidates, readings, bag);
            var own = bag.ToArray();
            foreach (var k in ActModel.OfCase)
            {
                options.Add((ActModel.ClassOf(k), own));
                right.Add(known == about && k == kind);
            }
        }
        set.Add(shared, [.. options], [.. right]);
    }
}
