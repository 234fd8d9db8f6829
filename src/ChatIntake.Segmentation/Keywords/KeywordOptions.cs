namespace ChatIntake.Segmentation.Keywords;

/// <summary>Which words of a text may be keywords, and how many are wanted.</summary>
public sealed record KeywordOptions
{
    /// <summary>How many are wanted at most; 0 for all. 20 by default. Not below 0.</summary>
    public int Top { get; init; } = 20;

    /// <summary>
    /// The parts of speech that a keyword may have. By default any for <see cref="TfIdf"/>, for which an empty list means the same; ns, n, vn and v for
    /// <see cref="TextRank"/>, which finds nothing by an empty list.
    /// </summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>
    /// Whether a word with another part of speech is another keyword (jieba's <c>withFlag</c>); false by default. <see cref="TfIdf"/> ignores it where any part of
    /// speech is allowed.
    /// </summary>
    public bool ByTag { get; init; }

    /// <summary>Words that are never keywords, in small letters; <see cref="Keywords.StopWords.English"/> by default.</summary>
    public StopWords StopWords { get; init; } = StopWords.English;
}
