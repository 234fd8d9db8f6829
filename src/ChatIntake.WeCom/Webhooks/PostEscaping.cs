using System.Text;
using System.Text.RegularExpressions;

namespace ChatIntake.WeCom.Webhooks;

/// <summary>
/// Quotes chat text in a post, so that nobody's words mention anyone or change the look of the rest. WeCom knows no escape
/// character; a zero-width space or a full-width look-alike takes its place.
/// </summary>
public static partial class PostEscaping
{
    internal const char ZeroWidthSpace = '\u200B';

    /// <summary>The text on one line, its <c>&lt;@userid&gt;</c> and <c>@all</c> without effect.</summary>
    public static string QuoteForText(string chatText) => MentionNobody(OneLine(chatText));

    /// <summary>The text on one line without any effect of markdown, wherever in a line it is put.</summary>
    public static string QuoteForMarkdown(string chatText)
    {
        var line = MentionNobody(OneLine(chatText));
        var quoted = new StringBuilder(line.Length + 8);
        if (line is ['>' or '#' or '-' or '+', ..])
            quoted.Append(ZeroWidthSpace);
        foreach (var c in line)
        {
            quoted.Append(c switch
            {
                '*' => '＊',
                '`' => '｀',
                _ => c,
            });
            // Also at the end: what the template puts behind the quotation must not complete a link or an entity.
            if (c is ']' or '&')
                quoted.Append(ZeroWidthSpace);
        }
        return quoted.ToString();
    }

    /// <summary>White space and control characters folded to single spaces, marks that reverse the writing direction dropped.</summary>
    internal static string OneLine(string chatText)
    {
        var line = new StringBuilder(chatText.Length);
        foreach (var rune in chatText.EnumerateRunes())
        {
            if (rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
                continue;
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }
        return line.ToString().TrimEnd(' ');
    }

    private static string MentionNobody(string line) => TagOrAll().Replace(line, $"$&{ZeroWidthSpace}");

    [GeneratedRegex("<|@(?=all)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TagOrAll();
}
