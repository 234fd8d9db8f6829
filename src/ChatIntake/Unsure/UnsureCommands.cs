using ChatIntake.Cases;
using ChatIntake.Cases.Commands;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;

namespace ChatIntake.Unsure;

/// <summary>登记 1 3 and 不登记 2: answers to the unsure box, by the numbers of its last list.</summary>
internal static class UnsureCommands
{
    /// <summary>不登记: these are no reports.</summary>
    public static void Pass(Deciding d, HeardMessage message, ParsedCommand command)
    {
        if (Listed(d, message, command) is not { } listed) return;
        if (listed.FirstOrDefault(m => m.Reason == UnsureReason.Filed && d.State.CaseOf(m.Message) is { Open: true }) is { } filed)
        {
            Obey.Refuse(d, message, command.Row, "unsure-filed", d.State.CaseOf(filed.Message)!.Id);
            return;
        }
        d.Emit(new CommandObeyed(message.Id, message.Actor.Member, command.Row.Name, [], []));
        foreach (var one in listed) d.Emit(new UnsureSettled(one.Message, Report: false, message.Actor.Member));
        Obey.Answer(d, message, "done.pass", new NoticeArgs { Number = listed.Count });
    }

    /// <summary>登记: these are reports. What is a case already is confirmed as one.</summary>
    public static void Register(Deciding d, HeardMessage message, ParsedCommand command)
    {
        if (Listed(d, message, command) is not { } listed) return;
        foreach (var one in listed)
        {
            if (d.State.CaseOf(one.Message) is { Stage: not Stage.Voided } about)
            {
                d.Emit(new CommandObeyed(message.Id, message.Actor.Member, command.Row.Name, [], []));
                Obey.Answer(d, message, "done.confirm", new NoticeArgs { Case = about.Id });
            }
            else if (d.State.Window.FirstOrDefault(m => m.Id == one.Message) is { } heard) RegisterCommand.Open(d, message, command, heard);
            else
            {
                Obey.Refuse(d, message, command.Row, "unsure-gone", null);
                continue;
            }
            d.Emit(new UnsureSettled(one.Message, Report: true, message.Actor.Member));
        }
    }

    // The messages that the numbers name; null, and refused, where one names none.
    private static List<UnsureMessage>? Listed(Deciding d, HeardMessage message, ParsedCommand command)
    {
        var listed = d.State.Unsure.Listed;
        var numbers = command.Cases.Select(c => c.Value).ToList();
        if (numbers.Count > 0 && numbers.TrueForAll(n => n >= 1 && n <= listed.Length)) return numbers.ConvertAll(n => listed[(int)n - 1]);
        Obey.Refuse(d, message, command.Row, listed.IsEmpty ? "unsure-none" : "unsure-number", null, new NoticeArgs { Number = listed.Length });
        return null;
    }
}
