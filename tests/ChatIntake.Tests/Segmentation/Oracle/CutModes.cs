using ChatIntake.Segmentation;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>The ways to cut, by the names that the golden file gives them.</summary>
internal static class CutModes
{
    public static IReadOnlyDictionary<string, Func<Segmenter, string, List<string>>> All { get; } = new Dictionary<string, Func<Segmenter, string, List<string>>>
    {
        ["hmm"] = (segmenter, text) => segmenter.Cut(text),
        ["nohmm"] = (segmenter, text) => segmenter.Cut(text, hmm: false),
        ["all"] = (segmenter, text) => segmenter.CutAll(text),
        ["search"] = (segmenter, text) => Words(text, into => segmenter.CutForSearch(text, into)),
        ["search_nohmm"] = (segmenter, text) => Words(text, into => segmenter.CutForSearch(text, into, hmm: false)),
    };

    public static IEnumerable<string> Names => All.Keys;

    private static List<string> Words(string text, Action<List<Token>> cut)
    {
        var tokens = new List<Token>();
        cut(tokens);
        return [.. tokens.Select(t => t.In(text).ToString())];
    }
}
