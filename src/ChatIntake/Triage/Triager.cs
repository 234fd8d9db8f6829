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

    /// <summary>What the verdicts are made with.</summary>
    public TriageRules Rules => rules;

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

    /// <summary>The verdict on a message of which somebody has said that it is a report (登记): only what it is about is judged.</summary>
    public Verdict JudgeAsReport(Heard message, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(scene);
        var occasion = new Occasion(message, scene, rules);
        return ReportJudge.Open(occasion, ReportScorer.Score(occasion.Reading), [new Reason("forced", "登记", 0)]);
    }
}
