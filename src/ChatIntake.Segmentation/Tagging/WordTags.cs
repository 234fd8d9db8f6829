using ChatIntake.Segmentation.Dictionary;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Tagging;

/// <summary>The parts of speech as of one moment: that which a word was added with last, else that of the dictionary.</summary>
internal sealed record WordTags(Vocabulary Words, TagTable Table)
{
    internal string Of(ReadOnlySpan<char> word) => Words.AddedTag(word) ?? Table.TagOf(Words.Trie.SlotOf(word));
}
