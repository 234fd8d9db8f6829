using ChatIntake.Segmentation.Cutting;
using ChatIntake.Segmentation.Dictionary;
using ChatIntake.Segmentation.Tagging;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation;

/// <summary>
/// Cuts Chinese text into words, with the results of jieba 0.42.1 to the last token.
/// </summary>
/// <remarks>
/// All positions and lengths are in UTF-16 units of the text. Any number of threads may cut while others add words: each call sees the words as they were when it
/// began, all of a change or nothing of it. No text makes a cut throw, and the work of a cut is proportional to the length of the text. Instances share jieba's
/// dictionary and cost little beyond the words added to them; what is added to one is not known to another.
/// </remarks>
public sealed class Segmenter : ISegmenter
{
    private readonly WordModel model = JiebaTables.Shared.Model;
    private readonly VocabularyEditor words = new(JiebaTables.Shared.Words);

    /// <summary>
    /// Cuts the text and writes where each word ends: word k is <c>text[ends[k - 1]..ends[k]]</c>, the first begins at 0. The words cover the text, so that joined
    /// they give it back. Allocates nothing.
    /// </summary>
    /// <param name="text">Any text, also ill-formed.</param>
    /// <param name="ends">Takes the ends; at least as long as the text.</param>
    /// <param name="hmm">Whether words that no dictionary has are guessed by the hidden Markov model.</param>
    /// <returns>The number of words.</returns>
    /// <exception cref="ArgumentException"><paramref name="ends"/> is shorter than the text.</exception>
    public int Cut(ReadOnlySpan<char> text, Span<int> ends, bool hmm = true)
    {
        if (ends.Length < text.Length) throw new ArgumentException("There must be room for as many ends as the text has characters.", nameof(ends));
        return Cutter.Cut(words.Current, hmm ? model : null, text, ends);
    }

    /// <summary>Appends the words of the text with their positions, in order. They cover it without gap or overlap.</summary>
    public void Cut(ReadOnlySpan<char> text, List<Token> into, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(into);
        using var rented = new RentedEnds(text.Length);
        var start = 0;
        foreach (var end in rented.Span[..Cut(text, rented.Span, hmm)])
        {
            into.Add(new Token(start, end - start));
            start = end;
        }
    }

    /// <summary>The words of the text as strings, in order. Frequent words are one shared instance, so that little is allocated.</summary>
    public List<string> Cut(string text, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var rented = new RentedEnds(text.Length);
        return SharedStrings.Of(text, rented.Span[..Cut(text, rented.Span, hmm)]);
    }

    /// <summary>
    /// Every word that the dictionary has anywhere in the text, by where it begins; they overlap. As in jieba, empty words stand around white space, and letters and
    /// digits are collected to words that need not stand in the text as they are.
    /// </summary>
    public List<string> CutAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var all = new List<string>();
        new AllWords(words.Current, all).Cut(text);
        return all;
    }

    /// <summary>
    /// Like <see cref="Cut(ReadOnlySpan{char}, List{Token}, bool)"/>, before each word of more than two characters the words of two, then those of three characters in
    /// it.
    /// </summary>
    public void CutForSearch(ReadOnlySpan<char> text, List<Token> into, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(into);
        var current = words.Current;
        using var rented = new RentedEnds(text.Length);
        var start = 0;
        foreach (var end in rented.Span[..Cutter.Cut(current, hmm ? model : null, text, rented.Span)])
        {
            SearchWords.Expand(current, text, new Token(start, end - start), into);
            start = end;
        }
    }

    /// <summary>
    /// Appends the words of the text, each with its part of speech, as jieba's <c>posseg</c>, whose cut differs in places from a plain one. They cover the text.
    /// </summary>
    /// <param name="text">Any text, also ill-formed.</param>
    /// <param name="into">Takes the words.</param>
    /// <param name="hmm">Whether words that no dictionary has are guessed, together with their parts of speech, by the hidden Markov model.</param>
    public void Tag(ReadOnlySpan<char> text, List<TaggedToken> into, bool hmm = true)
    {
        ArgumentNullException.ThrowIfNull(into);
        Tagger.Tag(new WordTags(words.Current, TagTable.Shared), hmm, text, into);
    }

    /// <summary>How often a word was counted; 0 for what is no word.</summary>
    public long Frequency(ReadOnlySpan<char> word) => words.Current.Frequency(word) ?? 0;

    /// <summary>Makes a word known, or changes how often it is taken to occur. Takes effect for the calls that begin later.</summary>
    /// <param name="word">Any text but the empty one; a word with characters that never stand in a word (white space, punctuation) is kept but never found.</param>
    /// <param name="frequency">How often it occurs; by default just often enough that it is not cut apart.</param>
    /// <param name="tag">Its part of speech.</param>
    /// <exception cref="ArgumentException">The word is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is below 0 or above 10^15.</exception>
    public void AddWord(string word, long? frequency = null, string? tag = null) => AddWords([new UserWord(word, frequency, tag)]);

    /// <summary>Adds many words in order, each as <see cref="AddWord(string, long?, string?)"/> does, with one change for the calls that begin later.</summary>
    public void AddWords(IEnumerable<UserWord> words) => this.words.Add(words);

    /// <summary>Makes a word unknown. The hidden Markov model does not make it either.</summary>
    public void DeleteWord(string word) => AddWord(word, 0);

    /// <summary>The lowest frequency by which a word is not cut apart; jieba's <c>suggest_freq</c> with one string.</summary>
    /// <param name="word">The word.</param>
    /// <param name="tune">Whether it is also given that frequency.</param>
    public long SuggestFrequency(string word, bool tune = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        var frequency = Suggestion.ToJoin(words.Current, word);
        if (tune) AddWord(word, frequency);
        return frequency;
    }

    /// <summary>The highest frequency by which the parts do not make one word; jieba's <c>suggest_freq</c> with a tuple.</summary>
    /// <param name="parts">The parts, in order.</param>
    /// <param name="tune">Whether the word that they make is also given that frequency.</param>
    public long SuggestFrequency(IReadOnlyList<string> parts, bool tune = false)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var frequency = Suggestion.ToSplit(words.Current, parts);
        if (tune) AddWord(string.Concat(parts), frequency);
        return frequency;
    }

    void ISegmenter.Cut(ReadOnlySpan<char> text, List<Token> into) => Cut(text, into);

    void ISegmenter.AddWord(string word)
    {
        if (!string.IsNullOrWhiteSpace(word)) AddWord(word.Trim());
    }
}
