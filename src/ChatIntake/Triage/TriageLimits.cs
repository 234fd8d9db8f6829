namespace ChatIntake.Triage;

/// <summary>The one dial of triage.</summary>
public sealed record TriageLimits
{
    /// <summary>
    /// What is added to all that speaks for a report. 0 weighs a missed report and a false one alike; 1 makes a message of even chances a report when it is
    /// one in four, -1 when it is three in four (a logit).
    /// </summary>
    public double Leaning { get; init; }
}
