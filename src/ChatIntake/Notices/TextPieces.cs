using System.Text;

namespace ChatIntake.Notices;

/// <summary>
/// The little language of texts: <c>{slot}</c> is filled, a piece in <c>[[ ]]</c> is left out where a slot of its own has nothing to show; pieces may stand in
/// pieces. What fills a slot is never read as a text again.
/// </summary>
internal static class TextPieces
{
    public static string Fill(string text, Func<string, string> value)
    {
        var at = 0;
        return Read(text, ref at, value, inner: false).Text;
    }

    /// <summary>What is wrong with the marks of a text, in Chinese, or null.</summary>
    public static string? Fault(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at, "[[") || At(text, at, "]]")) depth += text[at++] == '[' ? 1 : -1;
            else if (text[at] == '}') return "的 { } 不成对";
            else if (text[at] == '{' && (at = text.IndexOfAny(['{', '}', '\n'], at + 1)) is var end && (end < 0 || text[end] != '}')) return "的 { } 不成对";
            if (depth < 0) break;
        }
        return depth == 0 ? null : "的 [[ ]] 不成对";
    }

    private static (string Text, bool Whole) Read(string text, ref int at, Func<string, string> value, bool inner)
    {
        var filled = new StringBuilder(text.Length);
        var whole = true;
        while (at < text.Length)
        {
            if (inner && At(text, at, "]]"))
            {
                at += 2;
                break;
            }
            if (At(text, at, "[["))
            {
                at += 2;
                if (Read(text, ref at, value, inner: true) is (var piece, true)) filled.Append(piece);
            }
            else if (text[at] == '{' && text.IndexOf('}', at) is var end and > 0)
            {
                var shown = value(text[(at + 1)..end]);
                whole &= shown.Length > 0;
                filled.Append(shown);
                at = end + 1;
            }
            else filled.Append(text[at++]);
        }
        return (filled.ToString(), whole);
    }

    private static bool At(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
