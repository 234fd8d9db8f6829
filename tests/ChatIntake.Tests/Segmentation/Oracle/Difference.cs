using System.Globalization;
using System.Text;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>Tells how two results differ so that the line can be read, pasted and repeated.</summary>
internal static class Difference
{
    /// <summary>The text and both results around the place where they part. Long texts are shortened.</summary>
    public static string Show(string text, IReadOnlyList<string> expected, IReadOnlyList<string> got)
    {
        var same = 0;
        while (same < expected.Count && same < got.Count && expected[same] == got[same]) same++;
        return $"""
                text     "{Short(Escape(text))}"
                at       token {same} of {expected.Count} expected, {got.Count} got
                expected {Around(expected, same)}
                got      {Around(got, same)}
            """;
    }

    /// <summary>Everything that does not show, or not as itself, becomes an escape of C#.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) escaped.Append(text[i]).Append(text[++i]);
            else if (Shows(text[i])) escaped.Append(text[i]);
            else escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
        }
        return escaped.ToString();
    }

    private static bool Shows(char c) => c is ' ' || (!char.IsControl(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c) && c is not '"' and not '\\'
        && char.GetUnicodeCategory(c) is not UnicodeCategory.Format and not UnicodeCategory.OtherNotAssigned and not UnicodeCategory.PrivateUse);

    private static string Around(IReadOnlyList<string> words, int at)
    {
        var from = Math.Max(0, at - 3);
        var some = words.Skip(from).Take(10).Select(w => $"\"{Short(Escape(w))}\"");
        return $"{(from > 0 ? "… " : "")}{string.Join(' ', some)}{(from + 10 < words.Count ? " …" : "")}";
    }

    private static string Short(string text) => text.Length <= 300 ? text : $"{text[..150]} … {text[^150..]} ({text.Length} characters)";
}
