using ChatIntake.Desk;
using ChatIntake.Intake;

namespace ChatIntake.Cases.Commands;

/// <summary>拆分: the quoted message leaves its case and becomes one of its own.</summary>
internal static class SplitCommand
{
    public static void Run(Deciding d, HeardMessage message, ParsedCommand command, CaseState about)
    {
        if (message.Quotation.Message is not { } quoted || d.State.CaseOf(quoted)?.Id != about.Id || d.State.Window.FirstOrDefault(m => m.Id == quoted) is not { } heard)
        {
            Obey.Refuse(d, message, command.Row, "needs-message", about.Id);
            return;
        }
        if (about.Opener == quoted)
        {
            Obey.Refuse(d, message, command.Row, "split-opener", about.Id);
            return;
        }
        d.Emit(new CommandObeyed(message.Id, message.Actor.Member, command.Row.Name, [about.Id], []));
        d.Emit(new CaseParted(about.Id, quoted, message.Actor.Member));
        RegisterCommand.Open(d, message, command, heard);
    }
}
