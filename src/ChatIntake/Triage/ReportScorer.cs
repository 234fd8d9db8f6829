namespace ChatIntake.Triage;

/// <summary>
/// Adds up the evidence that a text states a problem of an enterprise. Each line is one kind of evidence, so that
/// others (a trained model) can be added beside them.
/// </summary>
internal static class ReportScorer
{
    internal static double Score(Reading reading)
    {
        var s = reading.Signs;
        // A question that states no trouble asks for information, whatever else it asks.
        var wish = s[Sign.Question] >= 1 && s[Sign.Difficulty] < 1 ? 0.4 : 0.8;
        var trouble = Math.Min(3, s[Sign.Difficulty]) + wish * Math.Min(2, s[Sign.Request]);
        var alarm = Math.Min(2, s.Sum(Sign.Critical, Sign.Danger, Sign.Conflict, Sign.Urgent) + 0.5 * s[Sign.Pressing]);
        var matter = Math.Min(1, 0.3 * reading.Topics.BestScore);
        var against = s.Sum(Sign.Good, Sign.Advert, Sign.Figures, Sign.Opener, Sign.Banter) + 1.2 * s[Sign.Private]
            + 1.5 * s.Sum(Sign.Notice, Sign.News, Sign.SignUp) + 2 * s[Sign.Unneeded] + 0.4 * s[Sign.Thanks];
        var score = trouble + 0.7 * alarm + matter - against;
        // A matter without a trouble, a wish or an alarm is talk about it.
        if (trouble + alarm < 0.5) score -= 1;
        return score;
    }
}
