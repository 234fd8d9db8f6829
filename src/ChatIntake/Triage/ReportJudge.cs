namespace ChatIntake.Triage;

/// <summary>The heart: does the message add to an open case, start a new one, or neither?</summary>
internal sealed class ReportJudge : IJudge
{
    // Below this weight the own words do not say what a report is about.
    private const double Weak = 2;

    // "补充", "说错了": said outright, it adds whatever it speaks of.
    private const double Outright = 2;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public Verdict? Judge(Occasion occasion)
    {
        var reading = occasion.Reading;
        var report = ReportScorer.Score(reading);
        var states = report.Score >= occasion.Limits.Report + (occasion.IsStranger ? 0.5 : 0);
        var over = reading.Signs[Sign.Aftermath] >= 1 ? CaseFinder.Best(occasion, occasion.Ended) : null;
        if (over is not null && (over.SameTopic || over.Score >= occasion.Limits.Join))
            return Verdicts.OfCase(VerdictKind.Addition, over, occasion, reading.Signs.Reasons(Sign.Aftermath));
        var match = CaseFinder.Best(occasion, occasion.Open);
        if (match is not null && Belongs(occasion, match, states))
            return Verdicts.OfCase(VerdictKind.Addition, match, occasion, report.Reasons);
        if (states)
            return Open(occasion, report, match is null ? [] : [new Reason("nearest-case", match.Case.Id.ToString(), Math.Round(match.Score, 3))]);
        return match is not null && Continuation.Goes(occasion, match) is { } why
            ? Verdicts.OfCase(VerdictKind.Addition, match, occasion, [why, .. report.Reasons])
            : null;
    }

    /// <summary>A report with its problems, for the enterprise that the occasion is about.</summary>
    internal static Verdict Open(Occasion occasion, ReportReading report, IEnumerable<Reason> more)
    {
        var problems = ProblemSplitter.Split(occasion);
        if (problems.Count == 1 && occasion.Reading.Topics.BestScore < Weak && Neighbourhood.Topic(occasion) is { } topic)
        {
            problems = [problems[0] with { Topic = topic }];
            more = more.Append(new Reason("neighbour-topic", topic.Code, 1));
        }
        return new Verdict
        {
            Kind = VerdictKind.Report,
            Enterprise = occasion.Subject.Firm,
            Problems = problems,
            Special = SpecialScorer.IsSpecial(occasion.Reading),
            Reasons = [.. more, .. report.Reasons, .. occasion.Reading.Urgency.Reasons, .. SpecialScorer.Reasons(occasion.Reading)],
        };
    }

    private static bool Belongs(Occasion occasion, CaseMatch match, bool states)
    {
        if (occasion.QuotedCase?.Id == match.Case.Id) return true;
        if (!states) return false;
        var (signs, topics) = (occasion.Reading.Signs, occasion.Reading.Topics);
        var today = occasion.Since(match.Case.LastHeardAt) <= Day;
        if (signs[Sign.Addition] >= Outright && today) return true;
        if (match.OtherTopic || signs[Sign.Fresh] >= 1 && !match.SameTopic) return false;
        if (signs[Sign.Impatience] >= 1 && !topics.Sure && today) return true;
        return match.Score >= occasion.Limits.Join - Leaning(signs, topics, today);
    }

    // What points back, or does not say what about, goes on with what the enterprise spoke of; less evidence is enough.
    private static double Leaning(SignScorer signs, TopicScores topics, bool today)
    {
        var refers = signs.Sum(Sign.Reference, Sign.Impatience, Sign.Addition) >= 1;
        if (refers && !topics.Sure) return 1.3;
        return refers || topics.BestScore < Weak && today ? 0.9 : 0;
    }
}
