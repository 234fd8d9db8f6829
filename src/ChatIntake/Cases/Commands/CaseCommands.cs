using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Notices;

namespace ChatIntake.Cases.Commands;

/// <summary>Commands about one case: they are legal and allowed when they come here.</summary>
internal static class CaseCommands
{
    public static void Run(Deciding d, HeardMessage message, ParsedCommand command, CaseState about, ImmutableArray<int> parts)
    {
        var by = message.Actor.Member;
        switch (command.Row.Verb)
        {
            case Verb.Accept:
                Do(d, message, command, about, parts, new CaseAccepted(about.Id, parts, by));
                break;
            case Verb.Claim:
                Claim(d, message, command, about, parts);
                break;
            case Verb.Dispatch:
                Dispatch(d, message, command, about, parts);
                break;
            case Verb.Sign:
                Do(d, message, command, about, parts, new CaseSigned(about.Id, parts, by));
                break;
            case Verb.Answer when command.Length == 0 || string.IsNullOrWhiteSpace(Words(message, command)):
                Obey.Refuse(d, message, command.Row, "no-words", about.Id);
                break;
            case Verb.Answer:
                Do(d, message, command, about, parts, new CaseAnswered(about.Id, parts, by, Span(message, command)), Span(message, command));
                TellReporter(d, message, about, "case.answered", Span(message, command));
                break;
            case Verb.Resolve:
                Do(d, message, command, about, parts, new CaseResolved(about.Id, parts, by, Span(message, command)), Span(message, command));
                TellReporter(d, message, about, "case.resolved", Span(message, command));
                break;
            case Verb.Urge:
                Do(d, message, command, about, parts, new CaseUrged(about.Id, by));
                foreach (var lead in Leads(about)) d.Tell(Audience.Of(lead), "case.urged", new NoticeArgs { Case = about.Id, Department = lead }, Pace.Now);
                break;
            case Verb.Escalate:
                Escalate(d, message, command, about, parts);
                break;
            case Verb.Dismiss:
                Do(d, message, command, about, parts, new CaseRefused(about.Id, parts, by));
                TellReporter(d, message, about, "case.dismissed", null);
                break;
            case Verb.Refile:
                if (RefileCommand.Fact(d, message, command, about, about.Parts.First(p => parts.Contains(p.Number))) is { } refiled) Do(d, message, command, about, [refiled.Part], refiled);
                break;
            case Verb.Join:
                JoinCommand.Run(d, message, command, about);
                break;
            case Verb.Split:
                SplitCommand.Run(d, message, command, about);
                break;
            case Verb.Query:
                Obey.Answer(d, message, "query", new NoticeArgs { Case = about.Id, Cases = [Lines.Of(about)] });
                break;
        }
    }

    private static void Do(Deciding d, HeardMessage message, ParsedCommand command, CaseState about, ImmutableArray<int> parts, ICaseFact fact, TextSpan? text = null)
    {
        d.Emit(new CommandObeyed(message.Id, message.Actor.Member, command.Row.Name, [about.Id], []));
        d.Emit(fact);
        var after = d.State.Case(about.Id)!;
        Obey.Answer(d, message, "done." + Template(command.Row.Verb), new NoticeArgs
        {
            Case = about.Id, Stage = after.Stage, Department = after.Parts.First(p => parts.Contains(p.Number)).Lead, Level = after.Level, Enterprise = after.Enterprise, Text = text, Code = command.Row.Name,
        });
    }

    private static void Claim(Deciding d, HeardMessage message, ParsedCommand command, CaseState about, ImmutableArray<int> parts)
    {
        if (NamedIn.Enterprise(Words(message, command), d.Rules.Roster) is not { } firm)
        {
            Obey.Refuse(d, message, command.Row, "no-enterprise", about.Id);
            return;
        }
        MemberId? stranger = d.Rules.Roster.Index.Knows(about.Reporter) ? null : about.Reporter;
        Do(d, message, command, about, parts, new CaseClaimed(about.Id, firm.Id, message.Actor.Member, stranger));
    }

    private static void Dispatch(Deciding d, HeardMessage message, ParsedCommand command, CaseState about, ImmutableArray<int> parts)
    {
        if (NamedIn.Department(Words(message, command), d.Rules.Roster) is not { } department)
        {
            Obey.Refuse(d, message, command.Row, "no-department", about.Id, new NoticeArgs { Department = about.Parts[0].Lead });
            return;
        }
        Do(d, message, command, about, parts, new CaseDispatched(about.Id, parts, department.Id, message.Actor.Member));
    }

    private static void Escalate(Deciding d, HeardMessage message, ParsedCommand command, CaseState about, ImmutableArray<int> parts)
    {
        if (Levels.Next(about.Level, d.Rules.Roster) is not { } next)
        {
            Obey.Refuse(d, message, command.Row, "top-level", about.Id, new NoticeArgs { Level = about.Level });
            return;
        }
        Do(d, message, command, about, parts, new CaseEscalated(about.Id, next, message.Actor.Member));
        d.Tell(new Audience(AudienceKind.Level, next), "case.escalated", new NoticeArgs { Case = about.Id, Level = next }, Pace.Now);
    }

    /// <summary>The orders that a message gives, told when all its commands are obeyed: 受理 followed by 派单 is one order, to the department named.</summary>
    public static void TellLeads(Deciding d, CaseId id, CaseState? before)
    {
        foreach (var part in d.State.Case(id)?.Parts.Where(p => p.Stage == Stage.AwaitingSignature && p.Lead is not null) ?? [])
            if (before?.Parts.Any(p => (p.Number, p.Stage, p.Lead) == (part.Number, part.Stage, part.Lead)) != true) d.Tell(Audience.Of(part.Lead!.Value), "order", new NoticeArgs
            {
                Case = id, Part = part.Number, Department = part.Lead, Due = part.Clocks.FirstOrDefault(c => c.Kind == ClockKind.SignFor && c.Running)?.Due,
            }, Pace.Now);
    }

    // An answer given elsewhere than in the enterprise's own group has to reach it there.
    private static void TellReporter(Deciding d, HeardMessage message, CaseState about, string template, TextSpan? text)
    {
        if (about.Group != message.Input.Group) d.Tell(Audience.Of(about.Group), template, new NoticeArgs { Case = about.Id, Text = text }, Pace.Now);
    }

    private static IEnumerable<DepartmentId> Leads(CaseState about) => about.Parts.Where(p => p.Open).Select(p => p.Lead).OfType<DepartmentId>().Distinct();

    private static string Words(HeardMessage message, ParsedCommand command) => message.Input.Text.Substring(command.Start, command.Length);

    private static TextSpan? Span(HeardMessage message, ParsedCommand command)
    {
        var words = Words(message, command);
        var lead = words.Length - words.TrimStart().Length;
        var length = words.Trim().Length;
        return length == 0 ? null : new TextSpan(message.Input.Message, command.Start + lead, length);
    }

    private static string Template(Verb verb) => verb switch
    {
        Verb.Accept => "accept",
        Verb.Claim => "claim",
        Verb.Dispatch => "dispatch",
        Verb.Sign => "sign",
        Verb.Answer => "answer",
        Verb.Resolve => "resolve",
        Verb.Urge => "urge",
        Verb.Escalate => "escalate",
        Verb.Refile => "refile",
        _ => "dismiss",
    };
}
