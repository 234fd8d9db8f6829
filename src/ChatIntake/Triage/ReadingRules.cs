using ChatIntake.Segmentation;

namespace ChatIntake.Triage;

/// <summary>What texts are read with: the words that say something, and the words that are not to be cut apart.</summary>
public sealed record ReadingRules
{
    /// <summary>Takes a lexicon and a segmenter, and makes the lexicon's words and others known to the segmenter.</summary>
    /// <param name="words">What else is not to be cut apart: names of the roster, words that staff have added.</param>
    public ReadingRules(Lexicon lexicon, ISegmenter segmenter, IEnumerable<string>? words = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(segmenter);
        (Lexicon, Segmenter) = (lexicon, segmenter);
        // Texts are cut as they are looked at: plain.
        foreach (var word in lexicon.Words.Concat(words ?? [])) segmenter.AddWord(TextView.Normalise(word));
    }

    public Lexicon Lexicon { get; }

    public ISegmenter Segmenter { get; }
}
