namespace ChatIntake.Segmentation;

/// <summary>A word of a text: where it starts and how long it is, in UTF-16 units.</summary>
public readonly record struct Token(int Start, int Length)
{
    /// <summary>The first position behind the word.</summary>
    public int End => Start + Length;

    /// <summary>The word itself, cut from the text that was segmented.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
