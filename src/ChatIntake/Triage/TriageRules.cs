using ChatIntake.Segmentation;

namespace ChatIntake.Triage;

/// <summary>What a verdict is made with besides the message and its scene.</summary>
public sealed record TriageRules
{
    /// <summary>Takes a lexicon and a segmenter, and makes the lexicon's words known to the segmenter.</summary>
    public TriageRules(Lexicon lexicon, ISegmenter segmenter)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(segmenter);
        (Lexicon, Segmenter) = (lexicon, segmenter);
        foreach (var word in lexicon.Words) segmenter.AddWord(word);
    }

    public Lexicon Lexicon { get; }

    public ISegmenter Segmenter { get; }

    public TriageLimits Limits { get; init; } = new();
}
