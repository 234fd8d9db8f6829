using System.Runtime.InteropServices;

namespace ChatIntake.Segmentation.Keywords;

/// <summary>Finds keywords by how often they stand in a text and how rare they are elsewhere, with the results of jieba's <c>analyse.extract_tags</c>.</summary>
/// <remarks>
/// The weight of a word is its share of the text's candidates times its inverse document frequency. After G. Salton and C. S. Yang, "On the specification of term
/// values in automatic indexing" (Journal of Documentation 29, 1973). Any number of threads may use one instance.
/// </remarks>
/// <param name="segmenter">Cuts the texts, by the words that it knows at that moment.</param>
/// <param name="idf">How rare words are; <see cref="IdfTable.Jieba"/> by default.</param>
public sealed class TfIdf(Segmenter segmenter, IdfTable? idf = null)
{
    /// <summary>The keywords of a text, the heaviest first, in time proportional to its length.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="KeywordOptions.Top"/> is below 0.</exception>
    public List<Keyword> Extract(string text, KeywordOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new KeywordOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Top);
        var candidates = new Candidates(options, options.Tags ?? []);
        var found = new List<Keyword>();
        var places = new Dictionary<(string, string?), int>();
        foreach (var key in Words(text, candidates, options.ByTag))
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out var known);
            if (!known)
            {
                place = found.Count;
                found.Add(new Keyword(key.Word, 0, key.Tag));
            }
            found[place] = found[place] with { Weight = found[place].Weight + 1 };
        }
        var total = found.Sum(k => k.Weight);
        var rarity = idf ?? IdfTable.Jieba;
        return candidates.Best(found.Select(k => k with { Weight = k.Weight * (rarity.Of(k.Word) / total) }));
    }

    private IEnumerable<(string Word, string? Tag)> Words(string text, Candidates candidates, bool byTag)
    {
        if (candidates.AnyTag) return segmenter.Cut(text).Where(candidates.Allows).Select(word => (word, (string?)null));
        var tokens = new List<TaggedToken>();
        segmenter.Tag(text, tokens);
        return tokens
            .Select(token => (Word: token.In(text).ToString(), token.Tag))
            .Where(token => candidates.Allows(token.Word, token.Tag))
            .Select(token => (token.Word, byTag ? token.Tag : null));
    }
}
