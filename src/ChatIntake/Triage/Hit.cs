namespace ChatIntake.Triage;

/// <summary>Where an entry of the lexicon was found in a normalised text.</summary>
internal readonly record struct Hit(LexiconEntry Entry, int Start, int End)
{
    /// <summary>Whether the whole span is words of the entry; with gaps the span holds others as well.</summary>
    internal bool Solid => Entry.Pattern.Parts.Count == 1;
}
