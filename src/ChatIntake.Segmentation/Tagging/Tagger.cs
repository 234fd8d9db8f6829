using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Tagging;

/// <summary>
/// jieba's <c>posseg</c>. Its blocks are shorter than those of a plain cut: <c>%</c> and <c>-</c> do not belong to them. Outside blocks every code point is a word,
/// and so is the line end of two characters.
/// </summary>
internal static class Tagger
{
    internal static void Tag(WordTags tags, bool hmm, ReadOnlySpan<char> text, List<TaggedToken> into)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = BlockLength(text[start..]);
            if (length > 0)
            {
                new TaggedBlock(tags, text.Slice(start, length), start, into).Cut(hmm);
            }
            else
            {
                length = UnitLength(text[start..]);
                into.Add(new TaggedToken(start, length, TagStates.NoTag));
            }
            start += length;
        }
    }

    private static int BlockLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && Blocks.Contains(rest[length]) && rest[length] is not ('%' or '-')) length++;
        return length;
    }

    private static int UnitLength(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (rest[0] == '\r' ? rest[1] == '\n' : char.IsSurrogatePair(rest[0], rest[1])) ? 2 : 1;
}
