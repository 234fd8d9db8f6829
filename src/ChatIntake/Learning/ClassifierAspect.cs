using ChatIntake.Chat;
using ChatIntake.Segmentation;

namespace ChatIntake.Learning;

/// <summary>What a text is looked at by.</summary>
internal enum ClassifierAspect
{
    /// <summary>Its words.</summary>
    Words,

    /// <summary>Its strings of one to three characters.</summary>
    Pieces,
}

/// <summary>Counts what stands in a title and its text, by one aspect.</summary>
internal static class ClassifierFeatures
{
    private const int LongestPiece = 3;

    // A title says in few words what the text is about.
    private const float TitleWeight = 4;

    /// <summary>Characters read at most, of title and text each.</summary>
    private const int Longest = 20_000;

    internal static Dictionary<string, float> Count(ClassifierAspect aspect, LabelledText row, ISegmenter segmenter)
    {
        var counts = new Dictionary<string, float>(StringComparer.Ordinal);
        if (row.Title is { Length: > 0 } title) Count(aspect, title, TitleWeight, segmenter, counts);
        Count(aspect, row.Text, 1, segmenter, counts);
        return counts;
    }

    private static void Count(ClassifierAspect aspect, string raw, float weight, ISegmenter segmenter, Dictionary<string, float> counts)
    {
        var text = ChatText.Fold(raw.Length > Longest ? raw[..Longest] : raw).ToLowerInvariant();
        if (aspect == ClassifierAspect.Words)
        {
            var tokens = new List<Token>();
            segmenter.Cut(text, tokens);
            foreach (var token in tokens)
                if (text.AsSpan(token.Start, token.Length).ContainsAnyExcept(' ') && HasLetter(text.AsSpan(token.Start, token.Length)))
                    Add(counts, text.Substring(token.Start, token.Length), weight);
            return;
        }
        for (var start = 0; start < text.Length; start++)
            for (var length = 1; length <= LongestPiece && start + length <= text.Length && char.IsLetterOrDigit(text[start + length - 1]); length++)
                Add(counts, text.Substring(start, length), weight);
    }

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    private static void Add(Dictionary<string, float> counts, string piece, float weight) => counts[piece] = counts.GetValueOrDefault(piece) + weight;
}
