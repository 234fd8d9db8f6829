using ChatIntake.Segmentation;

namespace ChatIntake.Triage;

/// <summary>What a verdict is made with besides the message and its scene.</summary>
public sealed record TriageRules
{
    /// <summary>Takes a lexicon and a segmenter, and makes the lexicon's words and others known to the segmenter.</summary>
    /// <param name="words">What else is not to be cut apart: names of the roster, words that staff have added.</param>
    public TriageRules(Lexicon lexicon, ISegmenter segmenter, IEnumerable<string>? words = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(segmenter);
        (Lexicon, Segmenter) = (lexicon, segmenter);
        // Texts are cut as they are looked at: plain.
        foreach (var word in lexicon.Words.Concat(words ?? [])) segmenter.AddWord(TextView.Normalise(word));
    }

    public Lexicon Lexicon { get; }

    public ISegmenter Segmenter { get; }

    public TriageLimits Limits { get; init; } = new();
}
