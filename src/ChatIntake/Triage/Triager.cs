namespace ChatIntake.Triage;

/// <summary>
/// Judges messages: is it a report, an addition, the end of a problem, a question, or talk? A pure function of the
/// message and its scene, safe for any number of threads; every verdict carries its reasons.
/// </summary>
public sealed class Triager
{
    private readonly TriageRules rules;

    private readonly IJudge[] judges =
    [
        new PictureJudge(),
        new StaffJudge(),
        new QuietJudge(),
        new RepostJudge(),
        new EndingJudge(),
        new MeTooJudge(),
        new WitnessJudge(),
        new ReportJudge(),
    ];

    private readonly RestJudge rest = new();

    public Triager(TriageRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        this.rules = rules;
    }

    /// <summary>The verdict on one message in the light of what came before it.</summary>
    public Verdict Judge(Heard message, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(scene);
        var occasion = new Occasion(message, scene, rules);
        foreach (var judge in judges)
            if (judge.Judge(occasion) is { } verdict) return verdict;
        return rest.Judge(occasion);
    }
}
