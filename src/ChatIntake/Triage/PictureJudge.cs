using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>A picture or file belongs to the case in which its sender spoke a short while ago; otherwise it is chat.</summary>
internal sealed class PictureJudge : IJudge
{
    public Verdict? Judge(Occasion occasion)
    {
        if (occasion.Message.Type == Chat.MessageType.Text) return null;
        if (occasion.QuotedCase is { Open: true } quoted && occasion.Message.Role == SenderRole.Enterprise)
            return Verdicts.OfCase(VerdictKind.Addition, quoted, occasion, [new Reason("quote", quoted.Id.ToString(), 1)]);
        if (occasion.IsStaff) return Verdicts.Plain(VerdictKind.Reply, new Reason("role", occasion.Message.Role.ToString(), 1));

        var last = occasion.Backwards(occasion.Limits.Burst).FirstOrDefault(m => m.Sender == occasion.Message.Sender && m.Case is not null);
        var known = occasion.Scene.Cases.FirstOrDefault(c => c.Id == last?.Case && c.Open);
        return known is null
            ? Verdicts.Plain(VerdictKind.Chat, new Reason("picture", "no open case of the sender close by", 0))
            : Verdicts.OfCase(VerdictKind.Addition, known, occasion, [new Reason("window", known.Id.ToString(), 1)]);
    }
}
