using ChatIntake.Chat;
using ChatIntake.Desk;

namespace ChatIntake.Intake;

/// <summary>
/// What a quotation turned out to be: a message, or a post of the bot with its cases, or what was filed as a case although its message was never heard
/// (<paramref name="Filed"/>), or nothing.
/// </summary>
internal readonly record struct Quotation(MessageId? Message, WindowPost? Post, CaseId? Filed);

/// <summary>
/// Looks a quotation up by its text, since that is all a channel gives: among the bot's own posts (which an archive hears as messages too) and the messages
/// of the group, newest first; whole text first, then the beginning, since some clients shorten what is quoted.
/// </summary>
internal static class QuoteFinder
{
    private const int Shortest = 6;

    public static Quotation Find(MessageInput input, DeskState state, IWords words, string botName)
    {
        if (input.QuoteText is not { } quoted) return default;
        var wanted = ChatText.Bare(quoted, botName);
        if (wanted.Length == 0) return default;
        var whole = Find(input, state, words, botName, said => said == wanted);
        return whole == default ? Find(input, state, words, botName, said => Shortened(wanted, said)) : whole;
    }

    private static Quotation Find(MessageInput input, DeskState state, IWords words, string botName, Func<string, bool> fits)
    {
        for (var i = state.Posts.Count - 1; i >= 0; i--)
            if (state.Posts[i].Group == input.Group && words.Post(state.Posts[i].Id) is { } text && fits(ChatText.Bare(text, botName)))
                return new Quotation(null, state.Posts[i], null);
        foreach (var message in state.Window.Reverse().Where(m => m.Group == input.Group))
            if (words.Text(message.Id) is { } text && fits(ChatText.Bare(text, botName))) return new Quotation(message.Id, null, null);
        foreach (var (number, quoting) in state.Quotations.Reverse())
            if (state.Cases[number].Group == input.Group && words.Quote(quoting) is { } text && fits(ChatText.Bare(text, botName)))
                return new Quotation(null, null, new CaseId(number));
        return default;
    }

    /// <summary>The case that was filed from a quotation of this message before it was heard; what is posted later than the quotation cannot be what it quotes.</summary>
    public static CaseId? Filed(MessageInput input, DeskState state, IWords words, string botName)
    {
        var said = ChatText.Bare(input.Text, botName);
        foreach (var (number, quoting) in state.Quotations)
        {
            var about = state.Cases[number];
            if (about.Group != input.Group || input.PostedAt > about.RecordedAt || words.Quote(quoting) is not { } quote) continue;
            var wanted = ChatText.Bare(quote, botName);
            if (said == wanted || Shortened(wanted, said)) return about.Id;
        }
        return null;
    }

    private static bool Shortened(string quoted, string said)
    {
        var beginning = quoted.TrimEnd('.', '…', '⋯');
        return beginning.Length >= Shortest && said.StartsWith(beginning, StringComparison.Ordinal);
    }
}
