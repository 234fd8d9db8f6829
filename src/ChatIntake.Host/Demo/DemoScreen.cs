using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Host.Demo;

/// <summary>Shows on the terminal what the journal says, as it grows.</summary>
internal sealed class DemoScreen(IStore store, DeskRunner desk, TextWriter output)
{
    private const int Reasons = 4;
    private long shown = -1;

    /// <summary>From here on facts are shown; what came before (the import of rules) is not.</summary>
    public void Begin() => shown = desk.State.Position;

    /// <summary>Shows the facts that are new.</summary>
    public void Refresh()
    {
        foreach (var (fact, _) in JournalTable.Read(store, desk.Desk, shown))
        {
            Show(fact);
            shown = fact.Position;
        }
    }

    private void Show(FactEnvelope fact)
    {
        var text = fact.Body switch
        {
            MessageHeard heard => $"{Place(heard.Group)} {Name(heard.Member)}:{Words(heard.Message)}",
            CaseOpened opened => Opened(opened),
            CaseJoined joined => $"    ↳ 并入 {joined.Case}",
            CaseRaised raised => $"    ↳ {raised.Case} 升为{CaseNames.Of(raised.Urgency)}",
            CaseConfirmed confirmed => $"    ↳ {confirmed.Case} 企业确认已解决",
            CaseWithdrawn withdrawn => $"    ↳ {withdrawn.Case} 企业撤回",
            CommandRefused refused => $"    ↳ 指令没有执行({refused.Code})",
            ClockMissed missed => $"⏰ {missed.Case} 超过{CaseNames.Of(missed.Clock)}时限({Clock(missed.Due)})",
            PostDelivered post => $"🤖 {Place(post.Group)} {Indent(WordsTable.Get(store, desk.Desk, new WordsKey(WordsKind.Post, post.Post.Value))?.Body?.Text ?? "")}",
            PostFailed failed => $"⚠️ 没有发到 {Place(failed.Group)}:{failed.ErrorCode}",
            DayUnbalanced => "⚠️ 当日通报对不上账",
            DayCut cut => $"📊 {cut.Report.Day:M月d日} 结账:新增 {cut.Report.Moves.New},办结 {cut.Report.Moves.Resolved},在办 {cut.Report.OpenNow},超时 {cut.Report.Overdue}",
            _ => null,
        };
        if (text is not null) output.WriteLine($"{Clock(fact.PostedAt)} {text}");
    }

    private string Opened(CaseOpened opened)
    {
        var topics = string.Join("、", opened.Parts.Select(p => TopicCatalogue.CategoryName(p.Topic) + (TopicCatalogue.SubName(p.Topic) is { } sub ? "/" + sub : "")));
        var firm = opened.Enterprise is { } id ? desk.Rules.Roster.Index.Enterprise(id)?.Name : "待认领";
        var why = WordsTable.Get(store, desk.Desk, new WordsKey(WordsKind.Verdict, opened.Message.Value))?.Body?.Reasons ?? [];
        // What was read in the message itself: words, pairs and strings, whose names begin so.
        var hits = string.Join(" ", why.Where(r => r.Weight > 0 && r.Text.Length > 2 && r.Text[1] == ':' && r.Text[0] is ('w' or 'b' or 'c'))
            .DistinctBy(r => r.Text[2..]).Take(Reasons).Select(r => $"{r.Text[2..]}({r.Weight:+0.0;-0.0})"));
        return $"    ➜ 立案 {opened.Case} {firm}|{topics}{(opened.Urgency > Urgency.Normal ? "|" + CaseNames.Of(opened.Urgency) : "")}{(hits.Length > 0 ? "  因为:" + hits : "")}";
    }

    private string Place(GroupId group) => desk.Rules.Roster.Index.Group(group) is { } listed ? listed.Kind == GroupKind.Staff ? "[工作群]" : "[企业群]" : "[新群]";

    private string Name(MemberId member) => desk.Words.Name(member) ?? $"成员{member.Value}";

    private string Words(MessageId message) => (desk.Words.Text(message) ?? "").ReplaceLineEndings(" ");

    private static string Indent(string text) => text.ReplaceLineEndings("\n                   ");

    private static string Clock(DateTimeOffset instant) => instant.InChina().ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
