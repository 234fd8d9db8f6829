using System.Text;

namespace ChatIntake.Chat;

/// <summary>Text as people type it, made comparable. What changes letters keeps their positions, so that spans stay true.</summary>
public static class ChatText
{
    /// <summary>Full-width letters, digits and signs as half-width ones; same length.</summary>
    public static string Fold(string text)
    {
        return string.Create(text.Length, text, static (into, from) =>
        {
            for (var i = 0; i < into.Length; i++)
                into[i] = from[i] switch
                {
                    >= '\uFF01' and <= '\uFF5E' => (char)(from[i] - 0xFEE0),
                    '\u3000' or '\u2005' or '\u00A0' => ' ',
                    var c => c,
                };
        });
    }

    /// <summary>Whether two texts are the same message: mentions of the bot and white space aside.</summary>
    public static bool SameWords(string a, string b, string botName) => Bare(a, botName) == Bare(b, botName);

    /// <summary>The text without mentions of the bot and without white space.</summary>
    public static string Bare(string text, string botName)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in Mention.Blank(text, botName).Text)
            if (!char.IsWhiteSpace(c)) bare.Append(c);
        return bare.ToString();
    }

    /// <summary>The text with ill-formed halves of characters replaced and control characters other than line ends dropped, at most <paramref name="limit"/> UTF-16 units.</summary>
    public static string Clean(string text, int limit)
    {
        var clean = new StringBuilder(Math.Min(text.Length, limit));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > limit) break;
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t') clean.Append(rune.ToString());
        }
        return clean.ToString();
    }
}

/// <summary>The mention of the bot in a text, e.g. <c>@小企</c>.</summary>
public static class Mention
{
    /// <summary>
    /// The folded text with every mention turned into spaces (positions stay), whether there was one, and where the first ends. A name that goes on
    /// ("@小企业家") is somebody else, unless what follows is set off or is no letter.
    /// </summary>
    public static (string Text, bool Found, int End) Blank(string text, string botName, Func<string, bool>? startsWithVerb = null)
    {
        var folded = ChatText.Fold(text);
        var mention = "@" + botName;
        var chars = folded.ToCharArray();
        var end = 0;
        for (var at = folded.IndexOf(mention, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(mention, at + 1, StringComparison.Ordinal))
        {
            var after = at + mention.Length;
            if (after < folded.Length && char.IsLetter(folded[after]) && startsWithVerb?.Invoke(folded[after..]) != true) continue;
            Array.Fill(chars, ' ', at, mention.Length);
            if (end == 0) end = after;
        }
        return (new string(chars), end > 0, end);
    }
}
