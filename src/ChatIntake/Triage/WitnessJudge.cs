using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>Facts from another enterprise that bear on a case just spoken of (its cause, what was seen, that it is over) add to it.</summary>
internal sealed class WitnessJudge : IJudge
{
    // A witness of this weight outweighs the trouble that the words also state: it is the cause of another's.
    private const double Plain = 2;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(20);

    public Verdict? Judge(Occasion occasion)
    {
        if (occasion.Message.Role != SenderRole.Enterprise || occasion.Reading.Core.Length < 6) return null;
        var signs = occasion.Reading.Signs;
        if (signs.Sum(Sign.Banter, Sign.Advert, Sign.News, Sign.Agreement) >= 1) return null;
        if (occasion.QuotedCase is { Open: true } quoted && signs[Sign.Difficulty] + signs[Sign.Witness] >= 1)
            return Verdicts.OfCase(VerdictKind.Addition, quoted, occasion, [new Reason("quote", quoted.Id.ToString(), 1)]);
        if (OtherNamed(occasion) is { } theirs) return theirs;
        if (signs[Sign.Witness] < 1) return null;
        if (signs[Sign.Witness] < Plain && ReportScorer.Score(occasion.Reading).Score >= occasion.Limits.Report) return null;
        var last = occasion.Backwards(Window)
            .FirstOrDefault(m => m.Case is not null && m.Role == SenderRole.Enterprise && m.Sender != occasion.Message.Sender);
        return occasion.Scene.Cases.FirstOrDefault(c => c.Id == last?.Case && c.Open) is { } known
            ? Verdicts.OfCase(
                VerdictKind.Addition, known, occasion, [.. signs.Reasons(Sign.Witness), new Reason("window", known.Id.ToString(), 1)])
            : null;
    }

    // "恢复了, 请甲厂试试": good news for an enterprise that is named and waits.
    private static Verdict? OtherNamed(Occasion occasion)
    {
        var signs = occasion.Reading.Signs;
        if (signs[Sign.Solved] + signs[Sign.Likely] < 1 || signs[Sign.Difficulty] >= 1) return null;
        foreach (var (firm, _, name) in FirmFinder.Of(occasion.Scene.Roster).Find(occasion.Reading.View.Text))
        {
            if (occasion.Message.Enterprises.Contains(firm)) continue;
            var waiting = occasion.Scene.Cases.LastOrDefault(c =>
                c.Open && c.Enterprise == firm && c.Topics.Any(t => t.Category == occasion.Reading.Topics.Best.Category));
            if (waiting is not null) return Verdicts.OfCase(VerdictKind.Addition, waiting, occasion, [new Reason("named", name, 1)]);
        }
        return null;
    }
}
