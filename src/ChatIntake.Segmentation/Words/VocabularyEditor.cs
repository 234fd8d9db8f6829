using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Words;

/// <summary>Holds the words in force and changes them, one change at a time.</summary>
internal sealed class VocabularyEditor(WordTrie trie)
{
    internal const long HighestFrequency = 1_000_000_000_000_000;

    private readonly Lock gate = new();
    private Vocabulary current = new(trie, null, 0, trie.Total, false);

    internal Vocabulary Current => Volatile.Read(ref current);

    /// <summary>Adds words in order: the computed frequency of one depends on those before it.</summary>
    internal void Add(IEnumerable<UserWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        // A change is made whole or not at all, so whatever can be refused is refused first.
        var list = words.ToList();
        list.ForEach(Check);
        if (list.Count == 0) return;
        lock (gate) Volatile.Write(ref current, list.Aggregate(current, With));
    }

    private static void Check(UserWord word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word.Word);
        if (word.Frequency is not { } frequency) return;
        ArgumentOutOfRangeException.ThrowIfNegative(frequency);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frequency, HighestFrequency);
    }

    private static Vocabulary With(Vocabulary words, UserWord word)
    {
        var frequency = word.Frequency ?? Suggestion.ToJoin(words, word.Word);
        var added = words.Added ?? new AddedWords();
        added.Add(word.Word, words.Version + 1, frequency, string.IsNullOrEmpty(word.Tag) ? null : word.Tag);
        return new Vocabulary(words.Trie, added, words.Version + 1, Sum(words.Total, frequency), words.AnyForbidden || frequency == 0);
    }

    // Nine thousand words of the highest frequency reach the end of the numbers; more of them change no path.
    private static long Sum(long total, long frequency) => total > long.MaxValue - frequency ? long.MaxValue : total + frequency;
}
