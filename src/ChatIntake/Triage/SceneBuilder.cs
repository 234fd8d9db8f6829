using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>Puts before triage what the desk knows when a message is heard.</summary>
internal static class SceneBuilder
{
    /// <summary>How long a case that has ended is looked at.</summary>
    internal static readonly TimeSpan Remembered = TimeSpan.FromDays(3);

    /// <summary>The cases as triage sees them, voided ones left out.</summary>
    public static IEnumerable<KnownCase> Known(DeskState state, IWords words) =>
        state.Cases.Values.Where(c => c.Stage != Stage.Voided).Select(c => Known(c, state, words));

    public static Scene Build(DeskState state, DeskRoster roster, IWords words, DateTimeOffset now) => new()
    {
        Roster = roster,
        Cases = [.. state.Live.Select(id => state.Cases[id]).Where(c => c.EndedAt is null || now - c.EndedAt <= Remembered).Where(c => c.Stage != Stage.Voided).Select(c => Known(c, state, words))],
        Recent = [.. state.Window.Select(m => new PastMessage(
            m.Id, m.Group, m.Sender, m.Role, m.Firms, m.PostedAt, m.Type, words.Text(m.Id) ?? "", m.Kind, m.Command, m.Case))],
    };

    public static Heard Hear(MessageInput input, string text, Actor actor, MessageId? quote) => new()
    {
        Id = input.Message,
        Group = input.Group,
        Sender = input.Sender,
        Role = actor.Role,
        Enterprises = actor.Firms,
        PostedAt = input.PostedAt,
        Type = input.Type,
        Text = text,
        QuoteText = input.QuoteText,
        Quote = quote,
    };

    private static KnownCase Known(CaseState c, DeskState state, IWords words) => new()
    {
        Id = c.Id,
        Enterprise = c.Enterprise,
        Topics = [.. c.Parts.Select(p => p.Topic)],
        Urgency = c.Urgency,
        Special = c.Special,
        Open = c.Open,
        Unconfirmed = !c.Open && c.Parts.Any(p => p.Stage == Stage.Resolved),
        OpenedAt = c.PostedAt,
        LastHeardAt = c.LastHeardAt,
        EndedAt = c.EndedAt,
        Messages = c.Messages,
        OpenerText = (state.Quotations.TryGetValue(c.Id.Value, out var quoting) ? words.Quote(quoting) : words.Text(c.Opener)) ?? "",
    };
}
