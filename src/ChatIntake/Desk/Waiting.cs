using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;

namespace ChatIntake.Desk;

/// <summary>
/// What a desk decides next: its inputs in the order recorded. Only a desk that still lacks its first rules takes rule documents ahead of the messages that wait
/// for them, for otherwise it would wait for ever; the head remembers how far.
/// </summary>
internal static class Waiting
{
    private const int Batch = 200;

    public static IReadOnlyList<(InputId Id, InboxRow Row)> Next(IReader reader, DeskId desk, DeskHead head, bool complete)
    {
        var inputs = Inbox.After(reader, desk, head.Decided, Batch);
        return complete || inputs is [{ Row.Kind: InputKind.Rule }, ..] ? inputs : Ahead(reader, desk, head);
    }

    private static List<(InputId Id, InboxRow Row)> Ahead(IReader reader, DeskId desk, DeskHead head)
    {
        var rules = new List<(InputId, InboxRow)>();
        var after = head.RulesAhead is { } ahead && ahead.Value > head.Decided.Value ? ahead : head.Decided;
        while (Inbox.After(reader, desk, after, Batch) is [.., var last] inputs)
        {
            rules.AddRange(inputs.Where(i => i.Row.Kind == InputKind.Rule));
            after = last.Id;
        }
        return rules;
    }
}
