namespace ChatIntake.Segmentation;

/// <summary>
/// Cuts a long text into pieces for a segmenter whose cost grows faster than the text. A piece ends behind the last
/// character that cannot be inside a word, where there is one.
/// </summary>
internal static class Piece
{
    internal const int Limit = 512;

    /// <summary>The length of the next piece of the text, at least 1.</summary>
    internal static int LengthAt(ReadOnlySpan<char> rest)
    {
        if (rest.Length <= Limit) return rest.Length;
        for (var length = Limit; length > Limit / 2; length--)
            if (char.IsWhiteSpace(rest[length - 1]) || char.IsPunctuation(rest[length - 1])) return length;
        return char.IsHighSurrogate(rest[Limit - 1]) ? Limit - 1 : Limit;
    }
}
