using ChatIntake.Cases.Commands;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Triage;
using ChatIntake.Triage.Training;

namespace ChatIntake.History;

/// <summary>A message as the desk heard it, what it made of it then, and what it holds of it today.</summary>
internal sealed record PastHearing
{
    public required Heard Heard { get; init; }

    /// <summary>What the desk knew when it heard the message.</summary>
    public required Scene Scene { get; init; }

    /// <summary>What is right, as far as the desk knows: its own verdict, unless staff have corrected it.</summary>
    public required LabelledMessage Held { get; init; }

    /// <summary>The case in which the message stands today.</summary>
    public CaseId? Case { get; init; }

    /// <summary>Of an opener: the department that its case was proposed to when it was opened.</summary>
    public DepartmentId? Lead { get; init; }

    /// <summary>What the desk made of it then.</summary>
    public required VerdictKind Said { get; init; }

    /// <summary>Staff have said otherwise than the desk (登记, 不是问题, 改类 and the like).</summary>
    public bool Corrected { get; init; }
}

/// <summary>
/// The past of a desk, message by message: the journal is folded once to know how everything ended, and once more to stand before each message as the desk
/// stood. Messages whose words were erased, instructions and backlog are left out.
/// </summary>
internal sealed class PastMessages(IReader reader, DeskId desk, DeskState today, RuleBook rules)
{
    private readonly DeskWords words = new(reader, desk);
    private readonly PastCases cases = new(reader, desk, today);

    /// <summary>The messages posted from <paramref name="since"/> on, in the order heard.</summary>
    /// <exception cref="InvalidDataException">The journal is damaged.</exception>
    public IEnumerable<PastHearing> Since(DateTimeOffset since)
    {
        var state = DeskState.Empty;
        foreach (var (fact, _) in JournalTable.Read(reader, desk))
        {
            if (fact.Body is MessageHeard { Command: false, Late: false } heard && fact.PostedAt >= since && words.Text(heard.Message) is { } text)
                yield return Past(heard, fact.PostedAt, text, state);
            state = DeskEvolution.Apply(state, fact);
        }
    }

    private PastHearing Past(MessageHeard heard, DateTimeOffset at, string text, DeskState before)
    {
        var (kind, about, corrected) = cases.Of(heard);
        var opener = kind == VerdictKind.Report ? about : null;
        var message = new Heard
        {
            Id = heard.Message, Group = heard.Group, Sender = heard.Member, Role = heard.Role, Enterprises = heard.Firms, PostedAt = at, Type = heard.Type,
            Text = Mention.Blank(text, rules.Settings.BotName, CommandTable.StartsWithVerb).Text, QuoteText = words.Quote(heard.Message), Quote = heard.Quote,
        };
        return new PastHearing
        {
            Heard = message,
            Scene = SceneBuilder.Build(before, rules.Roster, words, at),
            Said = heard.Kind,
            Corrected = corrected,
            Case = about?.Id,
            Lead = opener is null ? null : cases.Proposed(opener.Id),
            Held = new LabelledMessage
            {
                Heard = message, Kind = kind, Problem = about?.Opener, Enterprise = about?.Enterprise, Special = opener?.Special ?? false,
                Problems = opener is null ? [] : [.. opener.Parts.Select(p => new Problem(p.Topic, p.Urgency))],
            },
        };
    }
}
