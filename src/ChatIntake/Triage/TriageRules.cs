using ChatIntake.Triage.Model;

namespace ChatIntake.Triage;

/// <summary>What a verdict is made with besides the message and its scene.</summary>
/// <param name="Reading">How texts are read.</param>
/// <param name="Model">What was learned from labelled chat.</param>
public sealed record TriageRules(ReadingRules Reading, TriageModel Model)
{
    public TriageLimits Limits { get; init; } = new();
}
