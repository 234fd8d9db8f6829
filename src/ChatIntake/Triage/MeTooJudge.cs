using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>
/// "Us too" behind the report of another enterprise is a report with its topic; behind its "solved" it ends the
/// speaker's own case of that topic. Bare agreement is not "us too".
/// </summary>
internal sealed class MeTooJudge : IJudge
{
    // More talk than this in between, and "us too" may mean anything.
    private const int TalkBetween = 6;

    // A mere 也 says "us too" only in a short message right behind a report.
    private const double Hint = 0.5;
    private const int Brief = 20;

    public Verdict? Judge(Occasion occasion)
    {
        var signs = occasion.Reading.Signs;
        var speaksForItself = (occasion.Subject.Firm is not null || occasion.IsStranger) && !occasion.Subject.ThirdParty;
        if (signs[Sign.MeToo] < Hint || !speaksForItself || signs.Sum(Sign.Good, Sign.Figures) >= 1) return null;
        if (occasion.Reading.View.HasQuestionMark && signs[Sign.Difficulty] == 0) return null;
        if (Neighbour(occasion, signs[Sign.MeToo] >= 1) is not { } neighbour) return null;
        if (occasion.Scene.Cases.FirstOrDefault(c => c.Id == neighbour.Case) is not { } theirs) return null;
        if (occasion.Reading.Topics.Sure && !theirs.Topics.Any(t => t.Category == occasion.Reading.Topics.Best.Category)) return null;

        var reason = new Reason("me-too", theirs.Id.ToString(), signs[Sign.MeToo]);
        var own = occasion.Open.LastOrDefault(c => c.Topics.Any(theirs.Topics.Contains));
        var over = neighbour.Kind == VerdictKind.Resolution || signs[Sign.Solved] + signs[Sign.Likely] >= 1 && signs[Sign.Difficulty] < 1;
        if (over) return own is null ? null : Verdicts.OfCase(VerdictKind.Resolution, own, occasion, [reason]);
        if (own is not null) return Verdicts.OfCase(VerdictKind.Addition, own, occasion, [reason]);
        return Report(occasion, theirs, reason);
    }

    private static Verdict Report(Occasion occasion, KnownCase theirs, Reason reason)
    {
        var reading = occasion.Reading;
        var topic = theirs.Topics.Contains(reading.Topics.Best) || reading.Topics.Best.Category == theirs.Topics[0].Category && reading.Topics.Sure
            ? reading.Topics.Best
            : theirs.Topics[0];
        return new Verdict
        {
            Kind = VerdictKind.Report,
            Enterprise = occasion.Subject.Firm,
            Problems = [new Problem(topic, reading.Urgency.Stated)],
            Special = SpecialScorer.IsSpecial(reading),
            Reasons = [reason, .. reading.Signs.Reasons(Sign.MeToo, Sign.Difficulty), .. reading.Urgency.Reasons],
        };
    }

    // What was quoted, or the last thing said of a case by another enterprise.
    private static PastMessage? Neighbour(Occasion occasion, bool plain)
    {
        if (!plain && occasion.Reading.Core.Length > Brief) return null;
        if (occasion.Message.Quote is { } quote && occasion.Past(quote) is { Case: not null } quoted) return quoted;
        var talk = 0;
        foreach (var past in occasion.Backwards(occasion.Limits.MeToo))
        {
            if (past.Sender == occasion.Message.Sender || past.Role != SenderRole.Enterprise) continue;
            var foreign = past.Case is not null && !past.Enterprises.Any(occasion.Message.Enterprises.Contains);
            if (foreign && past.Kind is VerdictKind.Report or VerdictKind.Resolution) return past;
            if (++talk > (plain ? TalkBetween : 0)) return null;
        }
        return null;
    }
}
