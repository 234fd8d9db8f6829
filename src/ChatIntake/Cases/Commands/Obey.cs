using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Roster;

namespace ChatIntake.Cases.Commands;

/// <summary>Obeys or refuses the commands of a message, each alone, and answers every one.</summary>
internal static class Obey
{
    public static void Commands(Deciding d, HeardMessage message, Instruction instruction)
    {
        if (instruction.Commands.IsEmpty)
        {
            Refuse(d, message, null, "unknown", null, new NoticeArgs { Verbs = instruction.Nearest });
            return;
        }
        var before = d.State;
        var about = new SortedSet<long>();
        foreach (var command in instruction.Commands) about.UnionWith(Command(d, message, command).Select(id => id.Value));
        foreach (var id in about.Select(number => new CaseId(number)))
        {
            CaseCommands.TellLeads(d, id, before.Case(id));
            Orders.TellWithdrawn(d, id, before.Case(id), message.Actor.Departments);
        }
    }

    /// <summary>A refusal is an answer like any other: the reason as a code, and what could be done instead.</summary>
    internal static void Refuse(Deciding d, HeardMessage message, CommandRow? row, string code, CaseId? about, NoticeArgs? args = null)
    {
        d.Emit(new CommandRefused(message.Id, message.Actor.Member, row?.Name, code, about));
        d.Tell(message.Place, "refused." + code, (args ?? new NoticeArgs()) with { Code = row?.Name, Case = about, Member = message.Actor.Member }, Pace.Now);
    }

    internal static void Answer(Deciding d, HeardMessage message, string template, NoticeArgs args) =>
        d.Tell(message.Place, template, args with { Member = message.Actor.Member }, Pace.Now);

    // The cases that the command was about.
    private static ImmutableArray<CaseId> Command(Deciding d, HeardMessage message, ParsedCommand command)
    {
        var row = command.Row;
        if (!row.NeedsCase)
        {
            if (!Rights.MayCommand(message.Actor, row.Verb, null)) Refuse(d, message, row, "no-right", null);
            else DeskCommands.Run(d, message, command);
            return [];
        }
        var (cases, problem) = About(d, message, command);
        if (problem is not null)
        {
            Refuse(d, message, row, problem, cases.IsEmpty ? null : cases[0], new NoticeArgs { Cases = [.. cases.Select(d.State.Case).OfType<CaseState>().Select(Lines.Of)] });
            return [];
        }
        foreach (var id in cases) AboutCase(d, message, command, id);
        return cases;
    }

    private static void AboutCase(Deciding d, HeardMessage message, ParsedCommand command, CaseId id)
    {
        var row = command.Row;
        if (d.State.Case(id) is not { } about)
        {
            Refuse(d, message, row, "no-case", id);
            return;
        }
        if (!Rights.MayCommand(message.Actor, row.Verb, about))
        {
            Refuse(d, message, row, "no-right", id);
            return;
        }
        ImmutableArray<int> parts = [.. Rights.PartsFor(message.Actor, about).Where(p => row.Legal.Contains(p.Stage)).Select(p => p.Number)];
        if (!row.Legal.IsEmpty && parts.IsEmpty)
        {
            Refuse(d, message, row, "illegal", id, new NoticeArgs { Stage = about.Stage, Verbs = LegalMoves.For(message.Actor, about) });
            return;
        }
        CaseCommands.Run(d, message, command, about, parts);
    }

    // What an earlier command of the same message filed counts as well.
    private static CaseId? Filed(Deciding d, HeardMessage message) =>
        message.Quotation.Filed ?? d.State.Quotations.Where(q => q.Value == message.Input.Message).Select(q => (CaseId?)new CaseId(q.Key)).LastOrDefault();

    // By number, or by what is quoted: a message of a case, or a post of the bot that names exactly one.
    private static (ImmutableArray<CaseId> Cases, string? Problem) About(Deciding d, HeardMessage message, ParsedCommand command)
    {
        if (!command.Cases.IsEmpty) return (command.Cases, null);
        var quotation = message.Quotation;
        if (quotation.Message is { } quoted) return d.State.CaseOf(quoted) is { } about ? ([about.Id], null) : ([], "quote-no-case");
        if (quotation.Post is { } post) return post.Cases.Length == 1 ? (post.Cases, null) : (post.Cases, post.Cases.IsEmpty ? "quote-no-case" : "which-case");
        if (Filed(d, message) is { } filed) return ([filed], null);
        return ([], string.IsNullOrWhiteSpace(message.Input.QuoteText) ? "needs-case" : "quote-unknown");
    }
}
