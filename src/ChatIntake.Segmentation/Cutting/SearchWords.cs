using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>jieba's cut for search engines: before each long word the shorter ones in it.</summary>
internal static class SearchWords
{
    internal static void Expand(Vocabulary words, ReadOnlySpan<char> text, Token token, List<Token> into)
    {
        // Tokens longer than two characters lie in a block, where every character is one UTF-16 unit.
        for (var size = 2; size <= 3; size++)
        {
            if (token.Length <= size) break;
            for (var start = token.Start; start + size <= token.End; start++)
                if (words.IsWord(text.Slice(start, size))) into.Add(new Token(start, size));
        }
        into.Add(token);
    }
}
