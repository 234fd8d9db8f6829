namespace ChatIntake.Triage;

/// <summary>Messages that ask for nothing to be done: empty ones, thanks and greetings, sign-ups, and troubles not to be filed.</summary>
internal sealed class QuietJudge : IJudge
{
    private static readonly Sign[] Small = [Sign.Greeting, Sign.Thanks, Sign.Acknowledgement, Sign.Opener, Sign.Banter];

    public Verdict? Judge(Occasion occasion)
    {
        var reading = occasion.Reading;
        var signs = reading.Signs;
        if (reading.Core.Length == 0 && !reading.View.HasQuestionMark)
            return Verdicts.Plain(VerdictKind.Chat, new Reason("empty", occasion.Message.Text, 1));
        if (signs[Sign.SignUp] >= 1) return Verdicts.Plain(VerdictKind.Chat, signs.Reasons(Sign.SignUp));
        if (signs[Sign.Notice] >= 2 && signs[Sign.Request] < 1) return Verdicts.Plain(VerdictKind.Notice, signs.Reasons(Sign.Notice));
        if (signs[Sign.Unneeded] >= 1 && occasion.Open.Count == 0) return Verdicts.Plain(VerdictKind.Chat, signs.Reasons(Sign.Unneeded));
        return OnlySmallTalk(reading) ? Verdicts.Plain(VerdictKind.Chat, signs.Reasons(Small)) : null;
    }

    private static bool OnlySmallTalk(Reading reading)
    {
        if (reading.Signs.Sum(Sign.Difficulty, Sign.Solved, Sign.Likely, Sign.Withdrawn, Sign.Mistaken) > 0) return false;
        var small = new bool[reading.View.Text.Length];
        foreach (var hit in reading.Hits.Where(h => h.Solid && Small.Contains(h.Entry.Sign)))
            Array.Fill(small, true, hit.Start, hit.End - hit.Start);
        var said = Enumerable.Range(0, small.Length).Where(i => char.IsLetterOrDigit(reading.View.Text[i])).ToList();
        return said.Count(i => small[i]) * 2 > said.Count;
    }
}
