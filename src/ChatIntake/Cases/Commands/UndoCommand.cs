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
        var builtOn = BuiltOn(d.State, last);
        // A word that somebody has put back, or taken away, since.
        var wordsMoved = last.Words.Any(w => d.State.AddedWords.Contains(w.Key) == w.Value);
        if (builtOn is not null || wordsMoved || last.Resumptions.Keys.Any(e => d.State.Resumptions.GetValueOrDefault(e)?.LastInput != last.Input))
        {
            Obey.Refuse(d, message, command.Row, "built-on", builtOn);
            return;
        }
        var before = d.State;
        d.Emit(new CommandUndone(
            message.Id, by, last.Input,
            [.. last.Cases.Select(c => new ReturnedCase(new CaseId(c.Key), c.Value))],
            [.. last.Resumptions.Select(r => new ReturnedResumption(new EnterpriseId(r.Key), r.Value))],
            [.. last.Claims.Select(c => new ReturnedClaim(new MemberId(c.Key), c.Value))]));
        foreach (var (word, there) in last.Words) d.Emit(there ? new WordAdded(word, message.Id, by) : new WordRemoved(word, message.Id, by));
        Obey.Answer(d, message, "done.undo", new NoticeArgs
        {
            Cases = [.. last.Cases.Keys.Select(n => Lines.Of(d.State.Cases[n]))],
        });
        foreach (var number in last.Cases.Keys) Orders.TellWithdrawn(d, new CaseId(number), before.Cases[number], []);
    }

    // A case that was touched since; or one that a stranger has reported since, for the firm that the command gave him.
    private static CaseId? BuiltOn(DeskState state, LastCommand last) =>
        last.Cases.Keys.Where(n => state.Cases[n].LastInput != last.Input)
            .Concat(last.Claims.IsEmpty ? [] : state.Cases.Values.Where(c => c.Opener.Value > last.Input.Value && last.Claims.ContainsKey(c.Reporter.Value)).Select(c => c.Id.Value))
            .Select(n => (CaseId?)new CaseId(n)).FirstOrDefault();
}
