namespace ChatIntake.Segmentation;

/// <summary>A word of a text with its part of speech: where it starts and how long it is, in UTF-16 units, and jieba's name of the class (n, v, ns, x, …).</summary>
public readonly record struct TaggedToken(int Start, int Length, string Tag)
{
    /// <summary>The first position behind the word.</summary>
    public int End => Start + Length;

    /// <summary>The word itself, cut from the text that was segmented.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
