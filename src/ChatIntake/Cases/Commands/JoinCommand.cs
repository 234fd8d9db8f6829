using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Roster;

namespace ChatIntake.Cases.Commands;

/// <summary>归到: the quoted message belongs to the case named; where it opened a case of its own, that whole case does.</summary>
internal static class JoinCommand
{
    public static void Run(Deciding d, HeardMessage message, ParsedCommand command, CaseState target)
    {
        if (command.Cases.IsEmpty || string.IsNullOrWhiteSpace(message.Input.QuoteText))
        {
            Obey.Refuse(d, message, command.Row, command.Cases.IsEmpty ? "needs-target" : "needs-message", target.Id);
            return;
        }
        if (Quoted(d, message) is not { } quoted)
        {
            Obey.Refuse(d, message, command.Row, "quote-unheard", null);
            return;
        }
        var from = quoted.From;
        if (from?.Id == target.Id)
        {
            Obey.Refuse(d, message, command.Row, "already", target.Id, new NoticeArgs { Stage = target.Stage });
            return;
        }
        if (from is not null && !Rights.MayCommand(message.Actor, command.Row.Verb, from))
        {
            Obey.Refuse(d, message, command.Row, "no-right", from.Id);
            return;
        }
        d.Emit(new CommandObeyed(message.Id, message.Actor.Member, command.Row.Name, from is null ? [target.Id] : [from.Id, target.Id], []));
        if (from is not null && (quoted.Message is null || from.Opener == quoted.Message))
        {
            d.Emit(new CaseMerged(from.Id, target.Id, message.Actor.Member));
            Obey.Answer(d, message, "done.merge", new NoticeArgs { Case = target.Id, Cases = [Lines.Of(from)] });
            if (from.Group != message.Input.Group) d.Tell(Audience.Of(from.Group), "done.merge", new NoticeArgs { Case = target.Id, Cases = [Lines.Of(from)] }, Pace.Burst);
            return;
        }
        if (from is not null) d.Emit(new CaseParted(from.Id, quoted.Message!.Value, message.Actor.Member));
        d.Emit(new CaseJoined(target.Id, quoted.Message!.Value));
        Obey.Answer(d, message, "done.join", new NoticeArgs { Case = target.Id });
    }

    // A message that was heard, with its case; or the one case that a post of the bot names.
    private static (MessageId? Message, CaseState? From)? Quoted(Deciding d, HeardMessage message)
    {
        if (message.Quotation.Message is { } quoted) return (quoted, d.State.CaseOf(quoted) is { Stage: not Stage.Voided } about ? about : null);
        return message.Quotation.Post is { Cases: [var only] } && d.State.Case(only) is { Stage: not Stage.Voided } named ? (null, named) : null;
    }
}
