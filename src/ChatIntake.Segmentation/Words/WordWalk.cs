using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Words;

/// <summary>Walks through the beginnings of a text, one character longer each step, as long as any word begins so.</summary>
internal ref struct WordWalk
{
    private readonly Vocabulary words;
    private readonly ReadOnlySpan<char> text;
    private ulong node;
    private bool known = true;
    private int added;

    internal WordWalk(Vocabulary words, ReadOnlySpan<char> text)
    {
        this.words = words;
        this.text = text;
        added = words.Added is null ? AddedWords.None : AddedWords.Root;
    }

    /// <summary>Where the walk is among the added words; <see cref="AddedWords.None"/> when none goes on so.</summary>
    internal readonly int AddedNode => added;

    /// <summary>How many characters were walked.</summary>
    internal int Length { get; private set; }

    /// <summary>The frequency of the word they make; 0 for what is only the beginning of one.</summary>
    internal long Frequency { get; private set; }

    /// <summary>The logarithm of the frequency; minus infinity for what is only the beginning of a word.</summary>
    internal double Log { get; private set; }

    internal bool MoveNext()
    {
        if (Length == text.Length) return false;
        var character = text[Length];
        if (known) Step(character);
        if (added != AddedWords.None) added = words.Added!.Child(added, character);
        if (!known && added == AddedWords.None) return false;
        Length++;
        if (added != AddedWords.None && words.Added!.TryGet(added, words.Version, out var entry))
        {
            (Frequency, Log) = (entry.Frequency, entry.Log);
        }
        else
        {
            var weight = known ? TrieNode.Weight(node) : 0;
            (Frequency, Log) = (words.Trie.Frequencies[weight], words.Trie.Logs[weight]);
        }
        return true;
    }

    private void Step(char character)
    {
        var code = words.Trie.CodeOf(character);
        node = code == 0 ? TrieNode.Empty : Length == 0 ? words.Trie.First[code] : words.Trie.Child(node, code);
        known = code != 0 && TrieNode.Label(node) == code;
    }
}
