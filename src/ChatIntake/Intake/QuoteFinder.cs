using ChatIntake.Chat;
using ChatIntake.Desk;

namespace ChatIntake.Intake;

/// <summary>What a quotation turned out to be: a message, or a post of the bot with its cases, or nothing that was heard.</summary>
internal readonly record struct Quotation(MessageId? Message, WindowPost? Post);

/// <summary>
/// Looks a quotation up by its text, since that is all a channel gives: newest first among the messages of the group and the bot's own posts; whole
/// text first, then the beginning, since some clients shorten what is quoted.
/// </summary>
internal static class QuoteFinder
{
    private const int Shortest = 6;

    public static Quotation Find(MessageInput input, DeskState state, IWords words, string botName)
    {
        if (input.QuoteText is not { } quoted) return default;
        var wanted = ChatText.Bare(quoted, botName);
        var whole = Find(input, state, words, botName, said => said == wanted);
        return whole == default ? Find(input, state, words, botName, said => Shortened(wanted, said)) : whole;
    }

    private static Quotation Find(MessageInput input, DeskState state, IWords words, string botName, Func<string, bool> fits)
    {
        foreach (var message in state.Window.Reverse().Where(m => m.Group == input.Group))
            if (words.Text(message.Id) is { } text && fits(ChatText.Bare(text, botName))) return new Quotation(message.Id, null);
        for (var i = state.Posts.Count - 1; i >= 0; i--)
            if (state.Posts[i].Group == input.Group && words.Post(state.Posts[i].Id) is { } text && fits(ChatText.Bare(text, botName)))
                return new Quotation(null, state.Posts[i]);
        return default;
    }

    private static bool Shortened(string quoted, string said)
    {
        var beginning = quoted.TrimEnd('.', '…', '⋯');
        return beginning.Length >= Shortest && said.StartsWith(beginning, StringComparison.Ordinal);
    }
}
