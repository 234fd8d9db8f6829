namespace ChatIntake.Triage;

/// <summary>One pattern of the lexicon with what it says and how much.</summary>
internal sealed record LexiconEntry(int Index, string File, int Line, Sign Sign, Topic Topic, double Weight, LexiconPattern Pattern)
{
    /// <summary>How reasons name the entry.</summary>
    internal string Code => Sign == Sign.Topic ? Topic.Code : Sign.ToString().ToLowerInvariant();
}
