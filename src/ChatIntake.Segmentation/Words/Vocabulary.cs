using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Words;

/// <summary>All words as of one moment: jieba's and, before them, those added. Never changes; a cut works with one from beginning to end.</summary>
/// <param name="Trie">jieba's dictionary.</param>
/// <param name="Added">The added words, of which those of this version count; null when there are none.</param>
/// <param name="Version">0 for none added.</param>
/// <param name="Total">The sum of the frequencies of all words. An added word is not taken out when its frequency is changed, as in jieba.</param>
/// <param name="AnyForbidden">Whether any word was ever deleted.</param>
internal sealed record Vocabulary(WordTrie Trie, AddedWords? Added, int Version, long Total, bool AnyForbidden)
{
    internal double LogTotal { get; } = Math.Log(Total);

    /// <summary>What a frequency is looked up with: null for what is neither a word nor the beginning of one.</summary>
    internal long? Frequency(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return null;
        var walk = new WordWalk(this, word);
        while (walk.Length < word.Length)
            if (!walk.MoveNext()) return null;
        return char.IsHighSurrogate(word[^1]) && !Added!.IsBeginning(walk.AddedNode) ? null : walk.Frequency;
    }

    internal bool IsWord(ReadOnlySpan<char> word) => Frequency(word) > 0;

    /// <summary>Whether the model must not make this word.</summary>
    internal bool IsForbidden(ReadOnlySpan<char> word)
    {
        if (!AnyForbidden) return false;
        var node = AddedWords.Root;
        foreach (var character in word)
            if ((node = Added!.Child(node, character)) == AddedWords.None) return false;
        return Added!.IsForbidden(node, Version);
    }

    /// <summary>The part of speech that a word was added with, or null.</summary>
    internal string? AddedTag(ReadOnlySpan<char> word)
    {
        if (Added is null) return null;
        var node = AddedWords.Root;
        foreach (var character in word)
            if ((node = Added.Child(node, character)) == AddedWords.None) return null;
        return Added.TryGet(node, Version, out var entry) ? entry.Tag : null;
    }
}
