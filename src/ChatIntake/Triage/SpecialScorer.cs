namespace ChatIntake.Triage;

/// <summary>Whether a problem needs handling above one department: danger, conflict, another region or level, officials, public debt.</summary>
internal static class SpecialScorer
{
    private static readonly Sign[] Signs = [Sign.Danger, Sign.Conflict, Sign.Higher, Sign.Misconduct, Sign.Debt];

    internal static bool IsSpecial(Reading reading) => Signs.Any(s => reading.Signs[s] >= 1);

    internal static IEnumerable<Reason> Reasons(Reading reading) => reading.Signs.Reasons(Signs);
}
