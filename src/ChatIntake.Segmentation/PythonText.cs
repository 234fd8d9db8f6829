namespace ChatIntake.Segmentation;

/// <summary>How Python, in which jieba is written, sees characters where .NET sees them otherwise.</summary>
internal static class PythonText
{
    /// <summary>What <c>\s</c> and <c>str.strip</c> take for white space: also the four information separators.</summary>
    internal static bool IsWhiteSpace(char c) => char.IsWhiteSpace(c) || c is >= '\x1C' and <= '\x1F';

    /// <summary>How many code points a text has; a lone surrogate is one.</summary>
    internal static int Length(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1])) length--;
        return length;
    }

    /// <summary>The text without white space at either end.</summary>
    internal static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsWhiteSpace(text[0])) text = text[1..];
        while (!text.IsEmpty && IsWhiteSpace(text[^1])) text = text[..^1];
        return text;
    }
}
