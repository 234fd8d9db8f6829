using System.Globalization;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Escalation;
using ChatIntake.Reports;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Notices;

/// <summary>Words of people that posts show; null where they were erased or never known.</summary>
public interface IPostWords
{
    string? Text(MessageId message);

    /// <summary>What the message quotes.</summary>
    string? Quote(MessageId message) => null;

    /// <summary>Why the message was judged as it was.</summary>
    IReadOnlyList<Reason>? Reasons(MessageId message) => null;

    string? Name(MemberId member);

    /// <summary>The name of a group as its channel told it.</summary>
    string? Chat(GroupId group, MessageId? heardIn);

    /// <summary>Where the group lives, as the roster's file names it: channel, account and chat.</summary>
    string? Address(GroupId group);
}

/// <summary>
/// Fills the slots of texts from a notice's arguments. What shows content of a case is asked of <see cref="Rights"/> for the place where it is
/// posted; words of people pass through <paramref name="quote"/>, which takes away their power to mention anybody or to break markup.
/// </summary>
public sealed class NoticeSlots(RuleBook rules, IPostWords words, GroupId place, Func<string, string> quote)
{
    private const int LongestExcerpt = 60;

    /// <summary>The slots that texts may use.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "编号", "企业", "类别", "紧急", "状态", "主办", "时限", "原话", "谁", "群", "指令", "可用", "清单", "级别", "领导", "钟", "单位", "内容", "数", "对象", "机器人", "规则", "群址", "原因", "理由", "结果",
        "日期", "新增", "办结", "在办", "超时", "撤回", "不予受理", "改回", "作废", "昨日在办", "分类", "复工率", "待决", "合计复工",
    };

    /// <summary>What stands in the slot; empty where there is nothing to show.</summary>
    public string Fill(string slot, NoticeArgs args) => slot switch
    {
        "编号" => args.Case?.ToString() ?? "",
        "企业" => Shown(args.About) ? Enterprise(args.Enterprise ?? args.About?.Enterprise) : "",
        "类别" => args.About is { } about ? string.Join("、", Topics(about, args.Part).Select(TopicName).Distinct()) : "",
        "紧急" => (args.Urgency ?? args.About?.Urgency) is { } urgency ? CaseNames.Of(urgency) : "",
        "结果" => args.Stage is { } ended ? Stages.Name(ended) : "",
        "状态" => (args.Stage ?? args.About?.Stage) is { } stage ? Stages.Name(stage) : "",
        "主办" => Department(args.Department ?? args.About?.Lead),
        "单位" => Department(args.Department),
        "时限" => (args.Due ?? args.About?.Due) is { } due ? Instant(due) : "",
        "原话" => Shown(args.About) && (args.Message ?? args.About?.Opener) is { } message ? Excerpt(Said(message, args.About) ?? "(已删除)") : "",
        "内容" => Shown(args.About) && args.Text is { } span ? Excerpt(span.Of(words.Text(span.Message)) ?? "(已删除)", 300) : "",
        "谁" => args.Member is { } member ? quote(Phones.Mask(words.Name(member) ?? $"成员{member.Value}")) : "",
        "群" => args.Group is { } group ? quote(rules.Roster.Index.Group(group)?.Name ?? words.Chat(group, args.Message) ?? $"群{group.Value}") : "",
        "群址" => args.Group is { } outer && words.Address(outer) is { } address ? quote(address) : "",
        "指令" => args.Code ?? "",
        "原因" => Reason(args.Code),
        "理由" => Why(args),
        "规则" => args.Code is { } kind ? RuleKinds.Name(kind) : "",
        "可用" => args.Verbs is { Count: > 0 } verbs ? string.Join(verbs.Any(v => v.Contains(':', StringComparison.Ordinal)) ? "\n" : "、", verbs) : "",
        "级别" => args.Level is { } level ? Levels.Name(level, rules.Roster) : "",
        "领导" => args.Level is { } level ? string.Join("、", Levels.People(level, args.Department ?? args.About?.Lead, rules.Roster).Select(words.Name).OfType<string>().Select(name => quote(Phones.Mask(name)))) : "",
        "钟" => args.Clock is { } clock ? CaseNames.Of(clock) : "",
        "数" => args.Number?.ToString(CultureInfo.InvariantCulture) ?? "",
        "对象" => args.Case?.ToString() ?? Enterprise(args.Enterprise),
        "机器人" => rules.Settings.BotName,
        _ => args.Report is { } report ? FromReport(slot, report) : "",
    };

    private static string FromReport(string slot, DayReport report) => slot switch
    {
        "日期" => report.Day.ToString("M月d日", CultureInfo.InvariantCulture),
        "新增" => Number(report.Moves.New),
        "办结" => Number(report.Moves.Resolved),
        "撤回" => Number(report.Moves.Withdrawn),
        "不予受理" => Number(report.Moves.Refused),
        "改回" => Number(report.Moves.UndoneClosings),
        "作废" => Number(report.Moves.UndoneOpenings),
        "昨日在办" => Number(report.OpenBefore),
        "在办" => Number(report.OpenNow),
        "超时" => Number(report.Overdue),
        "待决" => string.Join(" ", report.NeedDecision.Take(20)) + (report.NeedDecision.Length > 20 ? $" 等{report.NeedDecision.Length}件" : ""),
        "合计复工" => Rate(report.Resumption.Sum(t => t.Resumed), report.Resumption.Sum(t => t.Listed)),
        _ => "",
    };

    internal static string Rate(int part, int whole) => whole == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{part}/{whole} = {100.0 * part / whole:0.0}%");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string? Said(MessageId message, CaseLine? about) =>
        about is { Quoted: true } && about.Opener == message ? words.Quote(message) : words.Text(message);

    private bool Shown(CaseLine? about) => about is null || Rights.MayShow(Kind, about.Group == place, CaseAspect.Content, about.Topics);

    // A group that the roster does not know is read by nobody knows whom.
    private GroupKind Kind => rules.Roster.Index.Group(place)?.Kind ?? GroupKind.Enterprise;

    private string Enterprise(EnterpriseId? id) => id is { } known ? rules.Roster.Index.Enterprise(known)?.Name ?? "" : "";

    private string Department(DepartmentId? id) => id is { } known ? rules.Roster.Index.Department(known)?.Name ?? "" : "";

    private string Excerpt(string text, int longest = LongestExcerpt)
    {
        var line = Phones.Mask(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var runes = line.EnumerateRunes().Take(longest + 1).ToList();
        return quote(runes.Count > longest ? string.Concat(runes.Take(longest)) + "…" : line);
    }

    private string Why(NoticeArgs args)
    {
        if (!Shown(args.About)) return "这件的内容只给办理的人看,请到工作群里问。";
        var lines = args.Message is { } message && words.Reasons(message) is { } reasons ? WhyText.Of(reasons, topic => TopicCatalogue.CategoryName(topic) + "/" + TopicName(topic)) : [];
        return lines.Count > 0 ? string.Join('\n', lines.Select(quote)) : "没有留下判断的依据(指令,或已删除)。";
    }

    private static string Reason(string? code) => code switch
    {
        "unparsable" => "读不懂",
        "unknown-type" => "类型不认识",
        "private" => "是发给机器人的私聊",
        "recalled" => "有人撤回了一条消息",
        "failed" => "处理出错",
        _ => "",
    };

    // An order to a department is about its part only.
    private static IEnumerable<Topic> Topics(CaseLine about, int? part) =>
        part is { } number && number <= about.Topics.Count ? [about.Topics[number - 1]] : about.Topics;

    private static string TopicName(Topic topic) => TopicCatalogue.SubName(topic) ?? TopicCatalogue.CategoryName(topic);

    private static string Instant(DateTimeOffset instant) => instant.InChina().ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
}
