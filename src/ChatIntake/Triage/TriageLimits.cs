namespace ChatIntake.Triage;

/// <summary>Thresholds and windows of triage. Scores are sums of lexicon weights, where 1 is a plain sign.</summary>
public sealed record TriageLimits
{
    /// <summary>The score from which a text of an enterprise is a report.</summary>
    public double Report { get; init; } = 1.5;

    /// <summary>The same for staff who speak for an enterprise that they name.</summary>
    public double ThirdPartyReport { get; init; } = 2;

    /// <summary>The score from which a message belongs to a case that is open.</summary>
    public double Join { get; init; } = 2;

    /// <summary>How long after the last message of a case a picture or a short addition still belongs to it.</summary>
    public TimeSpan Burst { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after a report of another enterprise "us too" points at it.</summary>
    public TimeSpan MeToo { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long a case is what "solved" or "still nobody" points at when nothing else does.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromDays(5);
}
