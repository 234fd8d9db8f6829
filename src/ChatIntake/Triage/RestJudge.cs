namespace ChatIntake.Triage;

/// <summary>What nobody claimed: a question for information, a notice passed on, or talk.</summary>
internal sealed class RestJudge
{
    public Verdict Judge(Occasion occasion)
    {
        var signs = occasion.Reading.Signs;
        if (signs[Sign.Notice] >= 2) return Verdicts.Plain(VerdictKind.Notice, signs.Reasons(Sign.Notice));
        if (signs[Sign.Question] >= 1 && signs[Sign.Banter] + signs[Sign.Advert] < 1)
            return Verdicts.Plain(VerdictKind.Question, signs.Reasons(Sign.Question));
        var score = ReportScorer.Score(occasion.Reading);
        return Verdicts.Plain(VerdictKind.Chat, [new Reason("below-report", "", Math.Round(score.Score, 3)), .. score.Reasons]);
    }
}
