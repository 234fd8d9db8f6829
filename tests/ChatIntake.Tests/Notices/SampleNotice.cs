using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Reports;
using ChatIntake.Roster;
using ChatIntake.Tests.Journal;
using ChatIntake.Triage;
using ChatIntake.Unsure;

namespace ChatIntake.Tests.Notices;

/// <summary>One notice with everything that a text may show, and its rendering by the shipped texts in the sample town.</summary>
internal static class SampleNotice
{
    public const string Said = "我们两车磷矿石在高速口被拦住了,司机电话13800070007,急!";

    private static readonly DateTimeOffset Due = new(2020, 2, 24, 2, 30, 0, TimeSpan.Zero);

    public static CaseLine Line { get; } = new(
        new CaseId(12), new EnterpriseId(1), [new Topic("transport.held"), new Topic("materials.raw")], Urgency.Urgent, Stage.AwaitingSignature, false, Due, new DepartmentId(1), new MessageId(7), new GroupId(1));

    /// <summary>A case of which little is known.</summary>
    public static CaseLine BareLine { get; } = new(new CaseId(12), null, [Topic.Other], Urgency.Normal, Stage.AwaitingAcceptance, false, null, null, new MessageId(7), new GroupId(1));

    public static NoticeArgs Full { get; } = new()
    {
        Case = new CaseId(12), Part = 1, Message = new MessageId(7), Member = new MemberId(3), Group = new GroupId(1), Enterprise = new EnterpriseId(1), Department = new DepartmentId(1),
        Urgency = Urgency.Urgent, About = Line, Stage = Stage.AwaitingSignature, Clock = ClockKind.SignFor, Due = Due, Level = 2, Number = 10, Code = "派单", Verbs = ["受理", "派单"],
        Cases = [Line, BareLine], Text = new TextSpan(new MessageId(7), 2, 9),
        Report = new DayReport
        {
            Day = new DateOnly(2020, 2, 24), Position = 99, OpenBefore = 4, Moves = new DayMoves { New = 5, UndoneClosings = 1, Resolved = 2, Withdrawn = 1, Refused = 1, UndoneOpenings = 1 }, OpenNow = 5,
            Overdue = 2, Categories = [new CategoryCount("transport", 3, 1, 2), new CategoryCount("funds", 2, 1, 3)],
            Resumption = [new TierResumption("重点", 19, 20), new TierResumption("其他", 60, 72)], NeedDecision = [new CaseId(12), new CaseId(13)],
        },
    };

    /// <summary>The same without all that may be unknown.</summary>
    public static NoticeArgs Bare { get; } = Full with
    {
        Department = null, About = BareLine, Due = null, Verbs = null, Cases = null, Text = null,
        Report = Full.Report! with { Categories = [], Resumption = [], NeedDecision = [] },
    };

    public static async Task<string> Render(string template, NoticeArgs args, IPostWords words, GroupKind place = GroupKind.Staff, bool? markdown = null)
    {
        var rules = (await PlayedMorning.Desk()).Runner.Rules;
        var quote = new ScriptedSender();
        var slots = new NoticeSlots(rules, words, rules.Roster.Groups.First(g => g.Kind == place).Id, text => quote.Quote(text, markdown ?? rules.Texts[template].Markdown));
        var code = template switch { "rule.refused" => RuleKinds.Lexicon, _ => args.Code };
        if (template == "unsure") args = args with { Unsure = [UnsureLine(1, UnsureReason.Talk, args), UnsureLine(2, UnsureReason.Filed, args), UnsureLine(3, UnsureReason.Question, args)] };
        return new NoticeRenderer(rules.Texts, slots).Render(new Notice(Audience.Staff, template, args with { Code = args.Code is null ? null : code }, Pace.Now));
    }

    private static UnsureLine UnsureLine(int number, UnsureReason reason, NoticeArgs args) => new(number, reason, args.Message!.Value, args.Member, args.Group, args.About);

    /// <summary>The same words wherever people's words are asked for.</summary>
    internal sealed class SameWords(string? said, string? name) : IPostWords
    {
        public string? Text(MessageId message) => said;

        public IReadOnlyList<Reason>? Reasons(MessageId message) => said is null ? null :
        [
            new("act", "Report", 0.912), new("instead", "Addition", 0), new("case", "#9", 0.061), new("sign", "c:被拦住", 1.21), new("sign", "w:拦", 0.8), new("sign", "sign:Difficulty>1", 0.5),
            new("sign", "open|sign:Addition", -0.3), new("topic", "transport.held", 0.83), new("rival", "epidemic.tests", 0.07), new("topic-word", "w:高速", 0.9), new("urgent", "急", 1),
        ];

        public string? Name(MemberId member) => name;

        public string? Chat(GroupId group, MessageId? heardIn) => name;

        public string? Address(GroupId group) => "wecom / ww-qingrong / wrQR-NEW";
    }
}
