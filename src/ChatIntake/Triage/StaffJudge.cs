using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>
/// What staff, banks and machines say answers, asks or announces. Only where they name an enterprise and speak for it is
/// there a report, unless its problem is open already.
/// </summary>
internal sealed class StaffJudge : IJudge
{
    public Verdict? Judge(Occasion occasion)
    {
        if (!occasion.IsStaff && (occasion.Message.Role == SenderRole.Enterprise || occasion.IsStranger)) return null;
        if (SpeaksForAnother(occasion) is { } report) return report;
        var signs = occasion.Reading.Signs;
        var role = new Reason("role", occasion.Message.Role.ToString(), 1);
        if (signs[Sign.Notice] >= 1) return Verdicts.Plain(VerdictKind.Notice, [role, .. signs.Reasons(Sign.Notice)]);
        return Verdicts.Plain(occasion.IsStaff ? VerdictKind.Reply : VerdictKind.Chat, role);
    }

    private static Verdict? SpeaksForAnother(Occasion occasion)
    {
        var signs = occasion.Reading.Signs;
        if (occasion.Subject.Firm is null || signs[Sign.ThirdParty] < 1) return null;
        var report = ReportScorer.Score(occasion.Reading);
        var score = report.Score + 0.5 * Math.Min(1, signs[Sign.ThirdParty]) - signs[Sign.Undertaking];
        if (score < occasion.Limits.ThirdPartyReport) return null;
        var match = CaseFinder.Best(occasion, occasion.Open);
        if (match is { OtherTopic: false } && (match.SameTopic || match.Score >= occasion.Limits.Join))
            return Verdicts.Plain(VerdictKind.Reply, [new Reason("open-already", match.Case.Id.ToString(), 1), .. match.Reasons]);
        return ReportJudge.Open(occasion, report, [new Reason("third-party", occasion.Subject.Name ?? "", score)]);
    }
}
