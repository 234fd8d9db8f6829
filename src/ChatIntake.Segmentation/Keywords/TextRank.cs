namespace ChatIntake.Segmentation.Keywords;

/// <summary>Finds keywords by which words stand near which, with the results of jieba's <c>analyse.textrank</c>.</summary>
/// <remarks>
/// Candidates that stand within five words of one another lend each other weight. After R. Mihalcea and P. Tarau, "TextRank: Bringing order into texts" (EMNLP 2004).
/// Any number of threads may use one instance.
/// </remarks>
/// <param name="segmenter">Cuts the texts, by the words that it knows at that moment.</param>
public sealed class TextRank(Segmenter segmenter)
{
    private const int Span = 5;

    private static readonly string[] DefaultTags = ["ns", "n", "vn", "v"];

    /// <summary>The keywords of a text, the heaviest first, in time proportional to its length but for sorting. The heaviest weighs 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="KeywordOptions.Top"/> is below 0.</exception>
    public List<Keyword> Extract(string text, KeywordOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new KeywordOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Top);
        var candidates = new Candidates(options, options.Tags ?? DefaultTags);
        var tokens = new List<TaggedToken>();
        segmenter.Tag(text, tokens);
        var (names, words) = Number(text, tokens, candidates, options.ByTag);
        var ranks = WordGraph.Near(words, Span).Rank(names);
        return candidates.Best(ranks.Select(rank => new Keyword(names[rank.Word].Word, rank.Weight, names[rank.Word].Tag)));
    }

    // Each token by the number of its word, -1 for what is no candidate.
    private static (List<(string Word, string? Tag)> Names, int[] Words) Number(string text, List<TaggedToken> tokens, Candidates candidates, bool byTag)
    {
        var names = new List<(string, string?)>();
        var numbers = new Dictionary<(string, string?), int>();
        var words = new int[tokens.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = -1;
            var word = tokens[i].In(text).ToString();
            if (!candidates.Allows(word, tokens[i].Tag)) continue;
            var key = (word, byTag ? tokens[i].Tag : null);
            if (!numbers.TryGetValue(key, out words[i]))
            {
                numbers.Add(key, words[i] = names.Count);
                names.Add(key);
            }
        }
        return (names, words);
    }
}
