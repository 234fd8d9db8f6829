namespace ChatIntake.Triage;

/// <summary>
/// A pattern as written in a lexicon file: words in order, with <c>…</c> (up to eight characters of the same clause) or
/// <c>……</c> (up to thirty of the same sentence) between them; <c>(甲|乙)</c> stands for either; a leading <c>=</c> asks
/// that the hit is a whole word of the segmenter.
/// </summary>
internal sealed record LexiconPattern(string Source, IReadOnlyList<PatternPart> Parts, bool WholeWord)
{
    private const int MostVariants = 400;

    /// <summary>Reads a pattern; on failure <paramref name="error"/> says what is wrong.</summary>
    internal static LexiconPattern? Read(string source, out string? error)
    {
        var text = TextView.Normalise(source);
        var wholeWord = text.StartsWith('=');
        var parts = new List<PatternPart>();
        var gap = Gap.None;
        foreach (var (piece, next) in Pieces(wholeWord ? text[1..] : text))
        {
            var variants = Variants(piece, out error);
            if (variants is null) return null;
            parts.Add(new PatternPart(variants, gap));
            gap = next;
        }
        error = wholeWord && parts.Count > 1 ? "a whole word (=) cannot have a gap" : null;
        return error is null ? new LexiconPattern(source, parts, wholeWord) : null;
    }

    private static IEnumerable<(string Piece, Gap Next)> Pieces(string text)
    {
        var start = 0;
        for (var at = text.IndexOf('…', StringComparison.Ordinal); at >= 0; at = text.IndexOf('…', start))
        {
            var wide = at + 1 < text.Length && text[at + 1] == '…';
            yield return (text[start..at], wide ? Gap.Wide : Gap.Near);
            start = at + (wide ? 2 : 1);
        }
        yield return (text[start..], Gap.None);
    }

    private static List<string>? Variants(string piece, out string? error)
    {
        error = null;
        var all = new List<string> { "" };
        for (var at = 0; at < piece.Length;)
        {
            string[] choices;
            if (piece[at] == '(')
            {
                var close = piece.IndexOf(')', at);
                if (close < 0) return Fail("a bracket is not closed", out error);
                choices = piece[(at + 1)..close].Split('|');
                at = close + 1;
            }
            else
            {
                var open = piece.IndexOf('(', at) is var i and >= 0 ? i : piece.Length;
                choices = [piece[at..open]];
                at = open;
            }
            if (all.Count * choices.Length > MostVariants) return Fail($"more than {MostVariants} variants", out error);
            all = [.. all.SelectMany(a => choices.Select(c => a + c))];
        }
        if (all.Exists(a => a.Length == 0)) return Fail("a part is empty", out error);
        if (all.Exists(a => a.AsSpan().IndexOfAny('(', ')', '|') >= 0)) return Fail("a bracket or bar stands alone", out error);
        return [.. all.Distinct(StringComparer.Ordinal)];
    }

    private static List<string>? Fail(string message, out string? error)
    {
        error = message;
        return null;
    }
}

/// <summary>The words any of which stands at a place of a pattern, and what may lie between it and the part before.</summary>
internal sealed record PatternPart(IReadOnlyList<string> Variants, Gap Before);

/// <summary>What may lie between two parts of a pattern.</summary>
internal enum Gap
{
    None,

    /// <summary>Up to eight characters of the same clause.</summary>
    Near,

    /// <summary>Up to thirty characters of the same sentence.</summary>
    Wide,
}
