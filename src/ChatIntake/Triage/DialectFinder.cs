namespace ChatIntake.Triage;

/// <summary>Finds regional words in a text; the longest that stands at a place counts.</summary>
internal sealed class DialectFinder
{
    private readonly Dictionary<char, List<(string Variant, string Standard)>> byFirst;

    internal DialectFinder(IReadOnlyDictionary<string, string> variants) => byFirst = variants.Where(v => v.Key.Length > 0)
        .GroupBy(v => v.Key[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(v => v.Key.Length).ThenBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value)).ToList());

    /// <summary>What the word at a place stands for, and its length; length 0 where none stands there.</summary>
    internal (string Standard, int Length) Find(string text, int at)
    {
        if (byFirst.TryGetValue(text[at], out var candidates))
            foreach (var (variant, standard) in candidates)
                if (text.AsSpan(at).StartsWith(variant, StringComparison.Ordinal)) return (standard, variant.Length);
        return ("", 0);
    }
}
