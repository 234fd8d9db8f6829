using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>Whether a message that states no problem of its own goes on with an open case of its enterprise.</summary>
internal static class Continuation
{
    private static readonly TimeSpan Answering = TimeSpan.FromMinutes(30);

    /// <summary>Why it goes on with the case, or null where it does not.</summary>
    internal static Reason? Goes(Occasion occasion, CaseMatch match)
    {
        var signs = occasion.Reading.Signs;
        var age = occasion.Since(match.Case.LastHeardAt);
        if (signs.Sum(Sign.Banter, Sign.Advert, Sign.News, Sign.Private) >= 1) return null;
        if (signs[Sign.Impatience] >= 1 && age <= occasion.Limits.Memory) return new Reason("impatience", match.Case.Id.ToString(), 1);
        if (signs[Sign.Addition] >= 1 && age <= occasion.Limits.Memory) return new Reason("addition", match.Case.Id.ToString(), 1);
        if (match.OtherTopic) return null;
        var polite = signs.Sum(Sign.Thanks, Sign.Acknowledgement, Sign.Greeting, Sign.Figures) >= 1 && signs[Sign.Difficulty] == 0;
        if (polite && match.Score < occasion.Limits.Join) return null;
        if (Answers(occasion, match)) return new Reason("answer", match.Case.Id.ToString(), 1);
        if (match.Score >= occasion.Limits.Join && (match.SameTopic || signs[Sign.Reference] >= 1))
            return new Reason("same-matter", match.Case.Id.ToString(), Math.Round(match.Score, 3));
        if (TakesUp(occasion, match, age)) return new Reason("own-voice", match.Case.Id.ToString(), 1);
        if (Reacts(occasion, match, age)) return new Reason("reaction", match.Case.Id.ToString(), 1);
        return InBurst(occasion, age) ? new Reason("burst", match.Case.Id.ToString(), 1) : null;
    }

    // The last thing said by staff, after the case was heard, asks something.
    private static bool Answers(Occasion occasion, CaseMatch match)
    {
        var staff = occasion.Backwards(Answering).FirstOrDefault(m => m.Role != SenderRole.Enterprise && !m.IsCommand);
        return staff is not null && staff.PostedAt >= match.Case.LastHeardAt && occasion.Read(staff.Text) is var reading
            && (reading.View.HasQuestionMark || reading.Signs[Sign.Question] + reading.Signs[Sign.Asked] >= 1);
    }

    // The enterprise itself speaks up on what another reported for it a moment ago.
    private static bool TakesUp(Occasion occasion, CaseMatch match, TimeSpan age) =>
        age <= Answering && occasion.Subject.Firm is { } firm && match.Case.Enterprise == firm && !occasion.Subject.ThirdParty
        && match.Case.Messages.All(id => occasion.Past(id) is { } past && !past.Enterprises.Contains(firm));

    // To what staff just answered on the case: a doubt, a figure.
    private static bool Reacts(Occasion occasion, CaseMatch match, TimeSpan age) =>
        age <= Answering && occasion.SpokenIn.Contains(match.Case.Id) && (occasion.Reading.HasFigure || occasion.Reading.View.HasQuestionMark)
        && occasion.Backwards(Answering).FirstOrDefault() is { } last && last.Role != SenderRole.Enterprise;

    // The same sender goes on at once, and says something: a figure, a trouble, a wish, or half a sentence.
    private static bool InBurst(Occasion occasion, TimeSpan age)
    {
        if (age > occasion.Limits.Burst) return false;
        var last = occasion.Backwards(occasion.Limits.Burst).FirstOrDefault(m => m.Role == SenderRole.Enterprise);
        var reading = occasion.Reading;
        var says = reading.HasFigure || reading.Signs[Sign.Difficulty] + reading.Signs[Sign.Request] > 0 || reading.Topics.BestScore > 0;
        return says && last is { Case: not null } && last.Sender == occasion.Message.Sender;
    }
}
