using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Triage;
using ChatIntake.Unsure;

namespace ChatIntake.History;

/// <summary>Which case each message belongs to today, whatever it was taken for when it was heard.</summary>
internal sealed class PastCases
{
    private readonly Dictionary<CaseId, CaseOpened> opened = [];
    private readonly Dictionary<MessageId, CaseState> now = [];

    // What staff have said of messages of the unsure box, with the input by which they did.
    private readonly Dictionary<MessageId, (InputId By, bool Report)> settled = [];

    public PastCases(IReader reader, DeskId desk, DeskState today)
    {
        foreach (var (fact, _) in JournalTable.Read(reader, desk))
            switch (fact.Body)
            {
                case CaseOpened one:
                    opened[one.Case] = one;
                    break;
                case UnsureSettled one:
                    settled[one.Message] = (fact.Input, one.Report);
                    break;
                case CommandUndone undone:
                    foreach (var (message, _) in settled.Where(s => s.Value.By == undone.Undone)) settled.Remove(message);
                    break;
            }
        foreach (var about in today.Cases.Values.Where(c => c.Stage != Stage.Voided))
            foreach (var message in about.Messages) now[message] = about;
    }

    /// <summary>What a message is today, the case in which it stands, and whether staff have said so: otherwise than it was judged, or in answer to the unsure box.</summary>
    public (VerdictKind Kind, CaseState? Case, bool Corrected) Of(MessageHeard heard)
    {
        var (kind, about, otherwise) = Held(heard);
        return (kind, about, otherwise || settled.TryGetValue(heard.Message, out var said) && said.Report == (kind == VerdictKind.Report));
    }

    private (VerdictKind Kind, CaseState? Case, bool Otherwise) Held(MessageHeard heard)
    {
        // What was no problem is talk, and so is what was added to it.
        if (now.GetValueOrDefault(heard.Message) is not { } about || about.Parts.All(p => p.Stage == Stage.Refused))
        {
            var talk = OfCase(heard.Kind) || heard.Kind == VerdictKind.Report ? VerdictKind.Chat : heard.Kind;
            return (talk, null, heard.Kind == VerdictKind.Report && talk == VerdictKind.Chat);
        }
        if (about.Opener == heard.Message) return (VerdictKind.Report, about, heard.Kind != VerdictKind.Report || Refiled(about));
        // Whoever goes along when his case is joined to another was not misread himself.
        var along = heard.Case is { } then && then != about.Id && opened.TryGetValue(then, out var other) && now.GetValueOrDefault(other.Message) == about && other.Message != heard.Message;
        return (OfCase(heard.Kind) ? heard.Kind : VerdictKind.Addition, about, !along && (heard.Case != about.Id || heard.Kind == VerdictKind.Report));
    }

    /// <summary>The department that the first part of a case was proposed to when it was opened.</summary>
    public DepartmentId? Proposed(CaseId id) => opened.TryGetValue(id, out var first) ? first.Parts[0].Lead : null;

    private bool Refiled(CaseState about) =>
        opened.TryGetValue(about.Id, out var first) && !first.Parts.Select(p => p.Topic).SequenceEqual(about.Parts.Select(p => p.Topic));

    private static bool OfCase(VerdictKind kind) => kind is VerdictKind.Addition or VerdictKind.Resolution or VerdictKind.Withdrawal;
}
