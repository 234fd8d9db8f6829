using System.Collections.Immutable;
using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Unsure;

/// <summary>Sends the unsure box: the messages nearest the line, and questions that nobody of the staff has answered. An empty one is not sent.</summary>
internal static class DecideUnsure
{
    private const int MostQuestions = 4;

    // Staff who answer without quoting do so soon: within so many messages of the group.
    private const int Soon = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromHours(4);

    public static void Run(Deciding d, UnsureInput input)
    {
        if (d.State.Unsure.LastDay >= input.Day) return;
        var questions = Questions(d).Take(MostQuestions).ToList();
        var near = d.State.Unsure.Waiting.Where(w => questions.TrueForAll(q => q.Message != w.Message)).Select(w => Of(d, w)).OfType<UnsureMessage>();
        ImmutableArray<UnsureMessage> messages = [.. near.Take(UnsureBox.Most - questions.Count), .. questions];
        d.Emit(new UnsureListed(input.Day, messages));
        if (messages.IsEmpty) return;
        d.Tell(Audience.Staff, "unsure", new NoticeArgs { Number = messages.Length, Unsure = [.. messages.Select((m, i) => Line(d, m, i + 1))] }, Pace.Now);
    }

    // What staff have registered or dismissed meanwhile asks nothing any more, nor does what was joined to a case since.
    private static UnsureMessage? Of(Deciding d, NearMessage near)
    {
        var about = d.State.CaseOf(near.Message);
        if (near.Margin < 0) return about is null ? new UnsureMessage(near.Message, UnsureReason.Talk) : null;
        return about is { Open: true, Stage: Stage.AwaitingAcceptance or Stage.AwaitingDispatch } && about.Opener == near.Message ? new UnsureMessage(near.Message, UnsureReason.Filed) : null;
    }

    // Each once: those whose four hours ran out since the last list.
    private static IEnumerable<UnsureMessage> Questions(Deciding d)
    {
        var hours = d.Rules.Settings.Working;
        var (now, before) = (d.Input.PostedAt, d.State.Unsure.LastAt);
        var window = d.State.Window.ToList();
        for (var i = 0; i < window.Count; i++)
        {
            var message = window[i];
            if (message is not { Kind: VerdictKind.Question, Case: null } || message.Role is not (SenderRole.Enterprise or SenderRole.Other)) continue;
            if (hours.Between(message.PostedAt, now) < Patience || before is { } last && hours.Between(message.PostedAt, last) >= Patience) continue;
            if (!Answered(d, window, i)) yield return new UnsureMessage(message.Id, UnsureReason.Question);
        }
    }

    private static bool Answered(Deciding d, List<WindowMessage> window, int question)
    {
        var asked = window[question];
        var since = 0;
        foreach (var later in window.Skip(question + 1).Where(m => m.Group == asked.Group))
        {
            since++;
            if (later.Role is SenderRole.Enterprise or SenderRole.Other || later.Command) continue;
            var quote = d.Words.Quote(later.Id);
            if (string.IsNullOrWhiteSpace(quote) ? since <= Soon : quote.Trim() == d.Words.Text(asked.Id)?.Trim()) return true;
        }
        return false;
    }

    private static UnsureLine Line(Deciding d, UnsureMessage message, int number)
    {
        var heard = d.State.Window.FirstOrDefault(m => m.Id == message.Message);
        var about = d.State.CaseOf(message.Message);
        return new UnsureLine(number, message.Reason, message.Message, heard?.Sender ?? about?.Reporter, heard?.Group ?? about?.Group, about is null ? null : Lines.Of(about));
    }
}
