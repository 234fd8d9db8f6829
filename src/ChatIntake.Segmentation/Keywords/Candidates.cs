namespace ChatIntake.Segmentation.Keywords;

/// <summary>Which words of a text may be keywords.</summary>
internal sealed class Candidates(KeywordOptions options, IEnumerable<string> tags)
{
    private readonly HashSet<string> tags = new(tags, StringComparer.Ordinal);

    internal bool AnyTag => tags.Count == 0;

    internal bool Allows(string word, string tag) => tags.Contains(tag) && Allows(word);

    /// <summary>A word has at least two code points beside white space.</summary>
    internal bool Allows(string word) => PythonText.Length(PythonText.Strip(word)) >= 2 && !options.StopWords.Contains(word);

    /// <summary>The heaviest keywords first; of equal ones that which was found first.</summary>
    internal List<Keyword> Best(IEnumerable<Keyword> keywords)
    {
        var ordered = keywords.OrderByDescending(k => k.Weight);
        return [.. options.Top == 0 ? ordered : ordered.Take(options.Top)];
    }
}
