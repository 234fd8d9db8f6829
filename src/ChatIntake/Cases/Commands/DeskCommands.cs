using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Unsure;

namespace ChatIntake.Cases.Commands;

/// <summary>Commands that are not about one case: resumption, lists, help; and the way to registering and undoing.</summary>
internal static partial class DeskCommands
{
    private const int LongestList = 20;

    public static void Run(Deciding d, HeardMessage message, ParsedCommand command)
    {
        switch (command.Row.Verb)
        {
            case Verb.Register:
                RegisterCommand.Run(d, message, command);
                break;
            case Verb.Why:
                WhyCommand.Run(d, message, command);
                break;
            case Verb.Pass:
                UnsureCommands.Pass(d, message, command);
                break;
            case Verb.Resume or Verb.Stop:
                Note(d, message, command);
                break;
            case Verb.AddWord or Verb.RemoveWord:
                WordCommands.Run(d, message, command);
                break;
            case Verb.ToDo:
                ToDo(d, message);
                break;
            case Verb.Undo:
                UndoCommand.Run(d, message, command);
                break;
            case Verb.Help:
                var allowed = CommandTable.Rows.Where(r => MayAtAll(message.Actor, r)).Select(r => r.Help);
                Obey.Answer(d, message, "help", new NoticeArgs { Verbs = [.. allowed] });
                break;
        }
    }

    private static void Note(Deciding d, HeardMessage message, ParsedCommand command)
    {
        var words = message.Input.Text.Substring(command.Start, command.Length);
        if (NamedIn.Enterprise(words, d.Rules.Roster) is not { } firm)
        {
            Obey.Refuse(d, message, command.Row, "no-enterprise", null);
            return;
        }
        var resumed = command.Row.Verb == Verb.Resume;
        int? people = resumed && People().Matches(ChatText.Fold(words)) is { Count: > 0 } found
            ? int.Parse((found.FirstOrDefault(m => m.Groups["heads"].Success) ?? found[^1]).Groups["n"].Value, CultureInfo.InvariantCulture)
            : null;
        d.Emit(new CommandObeyed(message.Id, message.Actor.Member, command.Row.Name, [], [firm.Id]));
        d.Emit(new ResumptionNoted(firm.Id, resumed, people, message.Id, message.Actor.Member));
        Obey.Answer(d, message, resumed ? "done.resume" : "done.stop", new NoticeArgs { Enterprise = firm.Id, Number = people });
    }

    private static void ToDo(Deciding d, HeardMessage message)
    {
        var actor = message.Actor;
        var mine = d.State.Cases.Values.Where(c => c.Open && Concerns(actor, c)).OrderByDescending(c => c.Overdue).ThenByDescending(c => c.Urgency).ThenBy(c => c.Id.Value).ToList();
        Obey.Answer(d, message, mine.Count == 0 ? "todo.none" : "todo", new NoticeArgs
        {
            Number = mine.Count, Cases = [.. mine.Take(LongestList).Select(Lines.Of)],
        });
    }

    private static bool Concerns(Actor actor, CaseState about) => actor.Role switch
    {
        SenderRole.Department => about.Parts.Any(p => p.Open && p.Lead is { } lead && actor.Departments.Contains(lead)),
        SenderRole.Commissioner => Rights.MayCommand(actor, Verb.Answer, about),
        _ => Rights.MaySee(actor, CaseAspect.Content, about),
    };

    // Help shows what the member may do at all: about some case, where the verb needs one.
    private static bool MayAtAll(Actor actor, CommandRow row) => actor.Role switch
    {
        SenderRole.Department => row.Verb is Verb.Sign or Verb.Answer or Verb.Resolve or Verb.Query || Rights.MayCommand(actor, row.Verb, null),
        SenderRole.Commissioner => row.Verb is not (Verb.AddWord or Verb.RemoveWord or Verb.Pass),
        SenderRole.Enterprise => row.Verb is Verb.Query or Verb.Why or Verb.Help,
        _ => Rights.MayCommand(actor, row.Verb, null),
    };

    // Heads by their measure word, or the last number that is neither a date, a time nor a share.
    [GeneratedRegex(@"(?<![A-Za-z0-9_.#\-])(?<![0-9]:)(?<n>[0-9]{1,6})(?:(?<heads>\s*[人名])|(?![0-9.:%\-年月日号点时]))")]
    private static partial Regex People();
}
