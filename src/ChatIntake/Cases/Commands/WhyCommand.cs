using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Roster;

namespace ChatIntake.Cases.Commands;

/// <summary>为什么: how a message was understood. By the number of a case its first message; by quoting any message, whether it became a case or not.</summary>
internal static class WhyCommand
{
    public static void Run(Deciding d, HeardMessage message, ParsedCommand command)
    {
        var (about, asked) = Asked(d, message, command);
        if (asked is not { } of)
        {
            var code = !command.Cases.IsEmpty ? "no-case" : string.IsNullOrWhiteSpace(message.Input.QuoteText) ? "needs-case" : "quote-unheard";
            Obey.Refuse(d, message, command.Row, code, command.Cases is [var first, ..] ? first : null);
            return;
        }
        // Why something became no case is the staff's matter.
        if (about is null ? message.Actor.Role is SenderRole.Enterprise or SenderRole.Other : !Rights.MaySee(message.Actor, CaseAspect.Content, about))
        {
            Obey.Refuse(d, message, command.Row, "no-right", about?.Id);
            return;
        }
        Obey.Answer(d, message, "why", new NoticeArgs { Case = about?.Id, Message = of });
    }

    private static (CaseState? About, MessageId? Asked) Asked(Deciding d, HeardMessage message, ParsedCommand command)
    {
        if (command.Cases is [var number, ..]) return d.State.Case(number) is { } named ? (named, named.Opener) : (null, null);
        if (message.Quotation.Message is { } quoted) return (d.State.CaseOf(quoted), quoted);
        return message.Quotation.Post is { Cases: [var only] } && d.State.Case(only) is { } posted ? (posted, posted.Opener) : (null, null);
    }
}
