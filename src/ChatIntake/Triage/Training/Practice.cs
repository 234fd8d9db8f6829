using ChatIntake.Chat;
using ChatIntake.Learning;
using ChatIntake.Triage.Model;

namespace ChatIntake.Triage.Training;

/// <summary>
/// Plays labelled chats with a model's own verdicts and gathers what would have been right after them, so that the next model has met the errors that it
/// will make itself (Ross and others, A reduction of imitation learning, 2011).
/// </summary>
internal static class Practice
{
    /// <summary>Adds the examples of one chat, judged by a model that was not learned from it.</summary>
    internal static void Play(ChoiceSet set, LabelledChat chat, ReadingRules rules, (ActModel Acts, TopicModel Topics) model, FeatureBag bag)
    {
        var conversation = new Conversation(chat.Roster);
        var readings = new ReadingCache(rules);
        // Which problem each case is of, by the message that opened it.
        var problems = new Dictionary<CaseId, MessageId>();
        foreach (var message in chat.Messages)
        {
            var occasion = new Occasion(message.Heard, conversation.Scene(message.Heard.PostedAt), rules);
            var right = message.Problem is { } problem ? conversation.Cases.LastOrDefault(c => problems.GetValueOrDefault(c.Id) == problem) : null;
            var missed = message.Problem is not null && message.Kind != VerdictKind.Report && right is null;
            if (!missed) Rehearsal.Act(set, message, occasion, message.Kind == VerdictKind.Report ? null : right, model.Topics, readings, bag);
            var act = message.Command ? null : model.Acts.Decide(occasion, model.Topics, readings, 0);
            var opened = conversation.Hear(message.Heard, Said(message, act, occasion), message.Command);
            if (act?.Kind == VerdictKind.Report && message.Problem is { } of) problems[opened!.Value] = of;
        }
    }

    // What it is about is taken from the label where there is one: other models decide that.
    private static Verdict Said(LabelledMessage message, Act? act, Occasion occasion) => act is null ? new Verdict { Kind = VerdictKind.Reply } : new Verdict
    {
        Kind = act.Kind, Case = act.Case?.Id, Enterprise = act.Kind == VerdictKind.Report ? occasion.Subject.Firm : act.Case?.Enterprise,
        Problems = act.Kind != VerdictKind.Report ? [] : message.Problems.Count > 0 ? message.Problems : [new Problem(occasion.Reading.Topics.Best, Urgency.Normal)],
    };
}
