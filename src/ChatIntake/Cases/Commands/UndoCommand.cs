using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;

namespace ChatIntake.Cases.Commands;

/// <summary>撤销: takes back the sender's last commands as a whole, unless it is too late or others have built on them.</summary>
internal static class UndoCommand
{
    public static void Run(Deciding d, HeardMessage message, ParsedCommand command)
    {
        var by = message.Actor.Member;
        if (!d.State.LastCommands.TryGetValue(by, out var last))
        {
            Obey.Refuse(d, message, command.Row, "nothing-to-undo", null);
            return;
        }
        if (message.Input.PostedAt - last.At > TimeSpan.FromMinutes(d.Rules.Settings.UndoMinutes))
        {
            Obey.Refuse(d, message, command.Row, "undo-too-late", null, new NoticeArgs { Number = d.Rules.Settings.UndoMinutes });
            return;
        }
        var builtOn = last.Cases.Keys.Where(n => d.State.Cases[n].LastInput != last.Input).Select(n => (CaseId?)new CaseId(n)).FirstOrDefault();
        if (builtOn is not null || last.Resumptions.Keys.Any(e => d.State.Resumptions.GetValueOrDefault(e)?.LastInput != last.Input))
        {
            Obey.Refuse(d, message, command.Row, "built-on", builtOn);
            return;
        }
        d.Emit(new CommandUndone(
            message.Input.Message, by, last.Input,
            [.. last.Cases.Select(c => new ReturnedCase(new CaseId(c.Key), c.Value))],
            [.. last.Resumptions.Select(r => new ReturnedResumption(new EnterpriseId(r.Key), r.Value))]));
        Obey.Answer(d, message, "done.undo", new NoticeArgs
        {
            Cases = [.. last.Cases.Keys.Select(n => Lines.Of(d.State.Cases[n]))],
        });
    }
}
