using System.Runtime.InteropServices;
using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>What triage knows of a desk while messages are played to it one after the other, each verdict taken at its word.</summary>
internal sealed class Conversation(DeskRoster roster)
{
    private const int Remembered = 400;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private readonly List<KnownCase> cases = [];
    private readonly List<PastMessage> recent = [];
    private long opened;

    internal Scene Scene(DateTimeOffset now) => new()
    {
        Roster = roster,
        Cases = [.. cases.FindAll(c => c.Open || now - c.EndedAt <= Kept)],
        Recent = [.. CollectionsMarshal.AsSpan(recent)[Math.Max(0, recent.Count - Remembered)..]],
    };

    internal IReadOnlyList<KnownCase> Cases => cases;

    /// <summary>Goes on by one message; a report gets the number that is given back.</summary>
    internal CaseId? Hear(Heard message, Verdict verdict, bool command)
    {
        var about = verdict.Kind == VerdictKind.Report ? Open(message, verdict) : verdict.Case;
        if (verdict.Kind != VerdictKind.Report && about is { } id) Follow(message, verdict, id);
        recent.Add(new PastMessage(
            message.Id, message.Group, message.Sender, message.Role, message.Enterprises, message.PostedAt, message.Type, message.Text, verdict.Kind, command, about));
        if (recent.Count > 2 * Remembered) recent.RemoveRange(0, Remembered);
        return about;
    }

    private CaseId Open(Heard message, Verdict verdict)
    {
        var known = new KnownCase
        {
            Id = new CaseId(++opened),
            Enterprise = verdict.Enterprise,
            Topics = [.. verdict.Problems.Select(p => p.Topic)],
            Urgency = verdict.Problems.Max(p => p.Urgency),
            Special = verdict.Special,
            Open = true,
            OpenedAt = message.PostedAt,
            LastHeardAt = message.PostedAt,
            Messages = [message.Id],
            OpenerText = message.Text,
        };
        cases.Add(known);
        return known.Id;
    }

    private void Follow(Heard message, Verdict verdict, CaseId id)
    {
        var at = cases.FindIndex(c => c.Id == id);
        var known = cases[at];
        var ends = verdict.Kind is VerdictKind.Resolution or VerdictKind.Withdrawal && known.Open;
        cases[at] = known with
        {
            Messages = [.. known.Messages, message.Id],
            LastHeardAt = message.PostedAt,
            Open = known.Open && !ends,
            EndedAt = ends ? message.PostedAt : known.EndedAt,
            Urgency = verdict.RaisedTo is { } raised && raised > known.Urgency ? raised : known.Urgency,
        };
    }
}
