using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Triage;
using ChatIntake.Unsure;

namespace ChatIntake.Cases.Commands;

/// <summary>登记: makes a case of the quoted message; of the quotation itself where that message was never heard.</summary>
internal static class RegisterCommand
{
    public static void Run(Deciding d, HeardMessage message, ParsedCommand command)
    {
        // Numbers are those of the unsure box, unless a message is quoted: a case that has one is registered.
        if (!command.Cases.IsEmpty && message.Quotation is { Message: null, Filed: null } && (message.Quotation.Post is not null || string.IsNullOrWhiteSpace(message.Input.QuoteText)))
        {
            UnsureCommands.Register(d, message, command);
            return;
        }
        if (string.IsNullOrWhiteSpace(message.Input.QuoteText) || message.Quotation.Post is { Cases.Length: not 1 })
        {
            Obey.Refuse(d, message, command.Row, "needs-quote", null);
            return;
        }
        if (Already(d.State, message.Quotation) is { Stage: not Stage.Voided } about)
        {
            Obey.Refuse(d, message, command.Row, "already", about.Id);
            return;
        }
        var quoted = message.Quotation.Message is { } id ? d.State.Window.First(m => m.Id == id) : null;
        Open(d, message, command, quoted);
    }

    /// <summary>Makes a case of a message that was heard, or of the quotation where it was not.</summary>
    internal static void Open(Deciding d, HeardMessage message, ParsedCommand command, WindowMessage? quoted)
    {
        var heard = quoted is null ? Unheard(message) : Heard(d, quoted, message.Input.QuoteText ?? "");
        var verdict = d.Rules.Triager.JudgeAsReport(heard, SceneBuilder.Build(d.State, d.Rules.Roster, d.Words, message.Input.PostedAt));
        var next = d.State.NextCase;
        d.Emit(new CommandObeyed(message.Id, message.Actor.Member, command.Row.Name, [next], []));
        // Before the opening, so that whatever is told of it shows the quotation.
        if (quoted is null) d.Emit(new QuoteFiled(next, message.Input.Message));
        OpenCase.Open(d, heard.Id, heard.Group, heard.Sender, verdict, heard.PostedAt);
        Obey.Answer(d, message, "receipt", new NoticeArgs { Case = next });
        OpenCase.AskWhose(d, next, heard.Id);
    }

    private static CaseState? Already(DeskState state, Quotation quotation) => quotation switch
    {
        { Message: { } message } => state.CaseOf(message),
        { Post: { } post } => state.Case(post.Cases[0]),
        { Filed: { } filed } => state.Case(filed),
        _ => null,
    };

    // As it was said and by whom; the quotation may have been shortened on its way.
    private static Heard Heard(Deciding d, WindowMessage quoted, string quoteText)
    {
        var actor = Actor.Of(quoted.Sender, quoted.PostedAt.DayInChina(), d.Rules.Roster, d.State.Claims.TryGetValue(quoted.Sender, out var firm) ? firm : null);
        return new Heard
        {
            Id = quoted.Id,
            Group = quoted.Group,
            Sender = quoted.Sender,
            Role = actor.Role,
            Enterprises = actor.Firms,
            PostedAt = quoted.PostedAt,
            Type = quoted.Type,
            Text = Mention.Blank(d.Words.Text(quoted.Id) ?? quoteText, d.Rules.Settings.BotName, CommandTable.StartsWithVerb).Text,
        };
    }

    // Nobody knows who said it: it stands in the name of who quotes it, and until it is heard or claimed for no firm but one that it names.
    private static Heard Unheard(HeardMessage message) => new()
    {
        Id = message.Input.Message,
        Group = message.Input.Group,
        Sender = message.Actor.Member,
        Role = message.Actor.Role,
        PostedAt = message.Input.PostedAt,
        Type = MessageType.Text,
        Text = message.Input.QuoteText!,
    };
}
