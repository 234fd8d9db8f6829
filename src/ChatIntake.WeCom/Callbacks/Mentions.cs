using System.Text;

namespace ChatIntake.WeCom.Callbacks;

/// <summary>A text without its mentions of the bot, and whether there were any.</summary>
public readonly record struct Unmentioned(string Text, bool Found);

/// <summary>
/// Takes the literal <c>@BotName</c> out of a message. WeCom's client sets a space or U+2005 behind a mention, but people delete it.
/// Then <c>@小企登记</c> and <c>@小企业家</c> look alike, the one a command to 小企, the other a colleague.
/// </summary>
public static class Mentions
{
    /// <summary>
    /// Removes every mention of the bot, with the space behind it. A mention that runs straight into more word is read as the bot's
    /// only when <paramref name="addressed"/> says that WeCom counted the bot as mentioned (a group callback) and the text holds no
    /// clearer mention.
    /// </summary>
    public static Unmentioned Strip(string text, string botName, bool addressed = false)
    {
        if (string.IsNullOrWhiteSpace(botName))
            return new Unmentioned(text.Trim(), false);
        var clear = Remove(text, "@" + botName.Trim(), gluedToo: false);
        return clear.Found || !addressed ? clear : Remove(text, "@" + botName.Trim(), gluedToo: true);
    }

    private static Unmentioned Remove(string text, string mention, bool gluedToo)
    {
        var kept = new StringBuilder(text.Length);
        var found = false;
        var from = 0;
        for (var at = Next(0); at >= 0; at = Next(at + mention.Length))
        {
            var end = at + mention.Length;
            if (!gluedToo && NameGoesOn(mention, text.AsSpan(end)))
                continue;
            found = true;
            kept.Append(text, from, at - from);
            from = end;
            while (from < text.Length && text[from] != '\n' && char.IsWhiteSpace(text[from]))
                from++;
            if (from > end && kept.Length > 0 && char.IsLetterOrDigit(kept[^1]))
                kept.Append(' ');
        }
        return new Unmentioned(kept.Append(text, from, text.Length - from).ToString().Trim(), found);

        int Next(int start) => text.IndexOf(mention, start, StringComparison.Ordinal);
    }

    private static bool NameGoesOn(string mention, ReadOnlySpan<char> rest)
    {
        if (rest.Length > 1 && rest[0] is '-' or '_' or '.' or '·')
            rest = rest[1..];
        if (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]))
            return false;
        // A name in Latin letters ends where Chinese begins; the reverse does not hold (小企A组).
        return !char.IsAscii(mention[^1]) || char.IsAscii(rest[0]);
    }
}
