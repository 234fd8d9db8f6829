using ChatIntake.Chat;
using ChatIntake.Learning;
using ChatIntake.Triage.Model;

namespace ChatIntake.Triage.Training;

/// <summary>Plays labelled chats as they should have been understood, and gathers from each message what a model learns from it.</summary>
internal static class Rehearsal
{
    /// <summary>Plays a chat with the right verdicts; <paramref name="see"/> is shown each message before its verdict is given.</summary>
    internal static void Play(LabelledChat chat, ReadingRules rules, Action<LabelledMessage, Occasion, KnownCase?> see)
    {
        var conversation = new Conversation(chat.Roster);
        var cases = new Dictionary<MessageId, CaseId>();
        foreach (var message in chat.Messages)
        {
            if (chat.Loose) conversation = new Conversation(chat.Roster);
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

    /// <summary>The case that a report opens.</summary>
    internal static KnownCase CaseOf(LabelledMessage report, long number) => new()
    {
        Id = new CaseId(number), Enterprise = report.Enterprise, Topics = [.. report.Problems.Select(p => p.Topic)], Urgency = report.Problems[0].Urgency,
        Special = report.Special, Open = true, OpenedAt = report.Heard.PostedAt, LastHeardAt = report.Heard.PostedAt, Messages = [report.Heard.Id],
        OpenerText = report.Heard.Text,
    };

    /// <summary>What the model of acts learns from one message.</summary>
    internal static void Act(ChoiceSet set, LabelledMessage message, Occasion o, KnownCase? about, TopicModel topics, ReadingCache readings, FeatureBag bag)
    {
        if (message.Command) return;
        var candidates = CaseFeatures.Candidates(o);
        if (about is not null && !candidates.Contains(about)) return;
        var kind = Right(message, about).Kind;
        bag.Clear();
        ActFeatures.Collect(o, readings, bag);
        var shared = set.Take(bag);
        var options = ActModel.Alone.Select(k => new Option(ActModel.ClassOf(k), [])).ToList();
        var right = ActModel.Alone.Select(k => about is null && ActModel.ClassOf(k) == ActModel.ClassOf(kind)).ToList();
        foreach (var known in candidates)
        {
            bag.Clear();
            CaseFeatures.Collect(o, known, candidates, topics, readings, bag);
            var own = set.Take(bag);
            foreach (var k in ActModel.OfCase)
            {
                options.Add(new Option(ActModel.ClassOf(k), own));
                right.Add(known == about && k == kind);
            }
        }
        set.Add(new Choice { Shared = shared, Options = [.. options], Right = [.. right], Weight = Weight(kind) * message.Weight }, message.Weight);
    }

    /// <summary>What the model of acts learns from a report that stands alone: its text only. That it was picked out as a report is a feature that no message will have.</summary>
    internal static void LooseAct(ChoiceSet set, LabelledMessage message, Occasion o, FeatureBag bag, float weight)
    {
        bag.Clear();
        ActFeatures.Text(o, bag);
        set.Add(new Choice
        {
            Shared = set.Take(bag), Options = [.. ActModel.Alone.Select(k => new Option(ActModel.ClassOf(k), []))],
            Right = [.. ActModel.Alone.Select(k => k == message.Kind)], Weight = weight,
        });
    }

    // Rare and dear: it is worse to miss them than to err.
    private static float Weight(VerdictKind kind) => kind switch { VerdictKind.Withdrawal => 3, VerdictKind.Resolution => 1.5f, _ => 1 };
}
