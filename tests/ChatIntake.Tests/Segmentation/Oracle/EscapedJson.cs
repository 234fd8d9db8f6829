using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>JSON strings in which a lone surrogate travels as an escape, which the reader and the writer of .NET refuse.</summary>
internal static class EscapedJson
{
    /// <summary>The text as a JSON string of ASCII characters.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') quoted.Append(c);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return quoted.Append('"').ToString();
    }

    public static string Quote(IEnumerable<string> texts) => $"[{string.Join(',', texts.Select(Quote))}]";

    /// <summary>The text of a JSON string.</summary>
    public static string Unquote(JsonElement quoted)
    {
        var raw = quoted.GetRawText();
        if (!raw.Contains('\\', StringComparison.Ordinal)) return raw[1..^1];
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
            }
            else if (raw[++i] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
            }
        }
        return text.ToString();
    }

    public static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(Unquote)];
}
