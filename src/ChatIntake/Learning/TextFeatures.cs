using ChatIntake.Segmentation;

namespace ChatIntake.Learning;

/// <summary>The words, pairs of words and strings of one to four characters of a text, as features.</summary>
internal static class TextFeatures
{
    private const int LongestPiece = 4;

    // The text weighs as much as so many features of other kinds, squared.
    private const float Size = 12;

    /// <summary>Adds what <paramref name="text"/> holds; each piece once, however often it stands there.</summary>
    /// <param name="kind">Goes before each name, to keep apart what is said by different speakers.</param>
    /// <param name="text">The text, made plain.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="bag">Where the features go.</param>
    internal static void Collect(string kind, ReadOnlySpan<char> text, List<Token> tokens, FeatureBag bag)
    {
        var from = bag.Count;
        var (word, pair, piece) = kind.Length == 0 ? ("w:", "b:", "c:") : (kind + "w:", kind + "b:", kind + "c:");
        var previous = default(Token);
        foreach (var token in tokens)
        {
            var span = text.Slice(token.Start, token.Length);
            if (char.IsWhiteSpace(span[0]) || char.IsLowSurrogate(span[0]) || char.IsHighSurrogate(span[^1])) continue;
            bag.Add(word, span, 1);
            if (previous.Length > 0 && previous.Start + previous.Length == token.Start)
                bag.Add(pair, text.Slice(previous.Start, previous.Length + token.Length), 1);
            previous = token;
        }
        var begins = FeatureBag.KeyOf(piece);
        for (var start = 0; start < text.Length; start++)
        {
            if (char.IsLowSurrogate(text[start])) continue;
            var key = begins;
            for (var length = 1; length <= LongestPiece && start + length <= text.Length; length++)
            {
                var last = text[start + length - 1];
                if (char.IsWhiteSpace(last)) break;
                key = FeatureBag.Extend(key, last);
                // Half a character says nothing.
                if (!char.IsHighSurrogate(last)) bag.Add(key, piece, text.Slice(start, length));
            }
        }
        bag.Unite(from, Size);
    }
}
