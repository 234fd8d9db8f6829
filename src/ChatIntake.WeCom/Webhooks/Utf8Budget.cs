using System.Globalization;
using System.Text;

namespace ChatIntake.WeCom.Webhooks;

/// <summary>Fits texts into WeCom's limits, which count UTF-8 bytes.</summary>
public static class Utf8Budget
{
    /// <summary>The least limit that leaves room for a page's number and any one character.</summary>
    public const int MinPageBytes = 32;

    /// <summary>
    /// The longest beginning that fits, cut between characters as people see them (an emoji with its skin tone is one); only a
    /// character that alone exceeds the limit is cut between its code points.
    /// </summary>
    public static string Cut(string text, int maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        return text[..FittingLength(text, maxBytes)];
    }

    /// <summary>
    /// The text in pages of at most <paramref name="maxBytes"/>, broken after a line where possible, each with its number in the
    /// last line, such as <c>(1/3)</c>; a text that fits is one page without a number.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, MinPageBytes);
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
            return [text];
        var pages = Pages(text, maxBytes);
        return [.. pages.Select((page, i) => $"{page}{(page.EndsWith('\n') ? "" : "\n")}({i + 1}/{pages.Count})")];
    }

    /// <summary>The pages without their numbers, but with room for them; joined they are the text.</summary>
    internal static List<string> Pages(string text, int maxBytes)
    {
        // The number of digits of the page count is known only afterwards.
        for (var (digits, tooMany) = (1, 10); ; digits++, tooMany *= 10)
        {
            var pages = Break(text, maxBytes - "\n(/)".Length - 2 * digits);
            if (pages.Count < tooMany)
                return pages;
        }
    }

    private static List<string> Break(ReadOnlySpan<char> rest, int maxBytes)
    {
        var pages = new List<string>();
        while (!rest.IsEmpty)
        {
            var length = FittingLength(rest, maxBytes);
            if (length < rest.Length && rest[..length].LastIndexOf('\n') is >= 0 and var line)
                length = line + 1;
            pages.Add(rest[..length].ToString());
            rest = rest[length..];
        }
        return pages;
    }

    private static int FittingLength(ReadOnlySpan<char> text, int maxBytes)
    {
        var length = 0;
        while (length < text.Length)
        {
            var next = StringInfo.GetNextTextElementLength(text[length..]);
            var bytes = Encoding.UTF8.GetByteCount(text.Slice(length, next));
            if (bytes > maxBytes)
                return length > 0 ? length : FittingRunes(text[..next], maxBytes);
            maxBytes -= bytes;
            length += next;
        }
        return length;
    }

    private static int FittingRunes(ReadOnlySpan<char> text, int maxBytes)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            maxBytes -= rune.Utf8SequenceLength;
            if (maxBytes < 0)
                break;
            length += rune.Utf16SequenceLength;
        }
        return length;
    }
}
