namespace ChatIntake.Triage;

/// <summary>"Solved", "partly" and "never mind", read in the light of the open cases of the enterprise.</summary>
internal sealed class EndingJudge : IJudge
{
    private const double Enough = 1.3;

    // "通了", "OK了": so short a message hardly says anything else.
    private const int Brief = 6;

    public Verdict? Judge(Occasion occasion)
    {
        if (CaseFinder.Best(occasion, [.. occasion.Unsettled]) is not { } match) return null;
        var signs = occasion.Reading.Signs;
        var solved = signs[Sign.Solved] + 0.8 * signs[Sign.Likely];
        var reasons = signs.Reasons(Sign.Solved, Sign.Likely, Sign.Withdrawn, Sign.Mistaken, Sign.Met, Sign.Unsolved, Sign.Partial).ToList();
        if (match.OtherTopic || signs[Sign.Hypothetical] >= 1 || signs[Sign.Unsolved] >= 1) return null;

        if (signs[Sign.Mistaken] >= 1) return Verdicts.OfCase(VerdictKind.Withdrawal, match, occasion, reasons);
        if (signs[Sign.Withdrawn] + signs[Sign.Unneeded] >= 1)
        {
            var met = signs[Sign.Met] + signs[Sign.Solved] >= 1;
            return Verdicts.OfCase(met ? VerdictKind.Resolution : VerdictKind.Withdrawal, match, occasion, reasons);
        }
        var partly = signs[Sign.Partial] >= 1;
        if (partly && match.SameTopic && StillBad(signs) < 1) return Verdicts.OfCase(VerdictKind.Addition, match, occasion, reasons);
        if (solved < 0.5 || occasion.Reading.View.HasQuestionMark) return null;

        var brief = occasion.Reading.Core.Length <= Brief ? 0.4 : 0;
        var strength = solved + brief + Math.Clamp(0.5 * match.Score, -0.5, 1.5) - 0.6 * StillBad(signs);
        if (strength < Enough) return null;
        return Verdicts.OfCase(partly ? VerdictKind.Addition : VerdictKind.Resolution, match, occasion, reasons);
    }

    // After a turn (不过, 但是) trouble outweighs; without one it often tells what is over.
    private static double StillBad(SignScorer signs) =>
        Math.Max(0, (signs[Sign.Turn] > 0 ? 2 : 1) * signs[Sign.Difficulty] + signs[Sign.Request] - 0.5 * signs[Sign.Good]);
}
