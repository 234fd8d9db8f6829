namespace ChatIntake.Triage;

/// <summary>"Solved", "partly" and "never mind", read in the light of the open cases of the enterprise.</summary>
internal sealed class EndingJudge : IJudge
{
    private const double Enough = 1.3;

    public Verdict? Judge(Occasion occasion)
    {
        if (CaseFinder.Best(occasion, [.. occasion.Unsettled]) is not { } match) return null;
        var signs = occasion.Reading.Signs;
        var solved = signs[Sign.Solved] + 0.6 * signs[Sign.Likely];
        var reasons = signs.Reasons(Sign.Solved, Sign.Likely, Sign.Withdrawn, Sign.Met, Sign.Unsolved, Sign.Partial).ToList();
        if (match.OtherTopic || signs[Sign.Hypothetical] >= 1 || signs[Sign.Unsolved] >= 1) return null;

        if (signs[Sign.Withdrawn] + signs[Sign.Unneeded] >= 1 && match.Score >= 0.3)
            return Verdicts.OfCase(signs[Sign.Met] + signs[Sign.Solved] >= 1 ? VerdictKind.Resolution : VerdictKind.Withdrawal, match, occasion, reasons);
        if (solved < 0.5 || occasion.Reading.View.HasQuestionMark) return null;

        var strength = solved + Math.Min(1.5, 0.5 * match.Score) - 0.6 * StillBad(signs);
        if (strength < Enough) return null;
        return Verdicts.OfCase(signs[Sign.Partial] >= 1 ? VerdictKind.Addition : VerdictKind.Resolution, match, occasion, reasons);
    }

    // After a turn (不过, 但是) trouble outweighs; without one it often tells what is over.
    private static double StillBad(SignScorer signs) =>
        Math.Max(0, (signs[Sign.Turn] > 0 ? 2 : 1) * signs[Sign.Difficulty] + signs[Sign.Request] - 0.5 * signs[Sign.Good]);
}
