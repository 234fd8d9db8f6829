using System.Collections.Immutable;
using ChatIntake.Cases;
using ChatIntake.Cases.Commands;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

/// <summary>Every verb in every stage by everybody, against a table written down here from the design and from nothing else.</summary>
internal sealed class CommandMatrixTests
{
    private const string Everybody = "bureau leader commissioner other-commissioner lead-department other-department own-enterprise other-enterprise known-other stranger";
    private const string Staff = "bureau leader commissioner other-commissioner lead-department other-department";
    private const string Open = "AwaitingAcceptance AwaitingDispatch AwaitingSignature InHand";
    private const string Any = Open + " Resolved Confirmed Withdrawn Refused Voided";

    private static readonly Dictionary<string, string> Who = new()
    {
        ["bureau"] = TestDesk.Bureau,
        ["leader"] = TestDesk.Leader,
        ["commissioner"] = "特派员-陈立新",
        ["other-commissioner"] = "特派员-吴启航",
        ["lead-department"] = "交警聂警官",
        ["other-department"] = "供电局 谢工",
        ["own-enterprise"] = HaulierBoss,
        ["other-enterprise"] = Potter,
        ["known-other"] = "邮政速递老覃",
        ["stranger"] = Stranger,
    };

    // Verb, what is typed, stages in which it means something, who may.
    private static readonly (string Verb, string Text, string Stages, string Roles)[] AboutACase =
    [
        ("受理", "受理 1", "AwaitingAcceptance", "bureau commissioner"),
        ("认领", "认领 1 榕峰", Open, "bureau commissioner"),
        ("派单", "派单 1 交警大队", Open, "bureau commissioner"),
        ("签收", "签收 1", "AwaitingSignature", "bureau commissioner lead-department"),
        ("回复", "回复 1 正在协调", Open, "bureau leader commissioner lead-department"),
        ("办结", "办结 1", Open, "bureau commissioner lead-department"),
        ("催办", "催办 1", Open, "bureau leader commissioner other-commissioner"),
        ("升级", "升级 1", Open, "bureau leader commissioner"),
        ("不是问题", "不是问题 1", Open, "bureau commissioner"),
        ("改类", "改类 1 贷款融资", Open, "bureau commissioner"),
        ("归到", "归到 1", Open, "bureau commissioner"),
        ("拆分", "拆分 1", Open, "bureau commissioner"),
        ("查询", "查询 1", Any, "bureau leader commissioner lead-department own-enterprise"),
    ];

    private static readonly (string Verb, string Text, string Roles)[] AboutTheDesk =
    [
        ("登记", "登记", "bureau commissioner other-commissioner lead-department other-department"),
        ("复工", "复工 榕峰", "bureau commissioner other-commissioner"),
        ("停工", "停工 榕峰", "bureau commissioner other-commissioner"),
        ("不登记", "不登记 1", "bureau"),
        ("加词", "加词 磷石膏 5G专班", "bureau"),
        ("删词", "删词 磷石膏", "bureau"),
        ("为什么", "为什么 1", "bureau leader commissioner lead-department own-enterprise"),
        ("待办", "待办", Staff),
        ("撤销", "撤销", Staff),
        ("帮助", "帮助", Everybody),
    ];

    private TestDesk desk = null!;
    private MessageId talk;

    [OneTimeSetUp]
    public async Task Open_one_case()
    {
        desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
        talk = (await desk.Say(Hirer, Talk)).Message;
        foreach (var somebody in Who.Values) await desk.Say(somebody, "大家好");
    }

    [OneTimeTearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public void The_table_names_every_verb() =>
        Assert.That(AboutACase.Select(r => r.Verb).Concat(AboutTheDesk.Select(r => r.Verb)), Is.EquivalentTo(CommandTable.Rows.Select(r => r.Name)));

    [Test]
    public void A_command_about_a_case_is_obeyed_or_refused_as_the_table_says_and_answered_once([Values] Stage stage)
    {
        var state = InStage(stage);
        foreach (var row in AboutACase)
            foreach (var role in Everybody.Split(' '))
            {
                var decision = Decide(state, Who[role], "@小企 " + row.Text);
                var expected = !In(row.Roles, role) ? "refused no-right" : !In(row.Stages, stage.ToString()) ? "refused illegal" : row.Verb is "归到" or "拆分" ? "refused needs-message" : "obeyed";
                var what = $"{row.Verb} by {role} in {stage}";
                Assert.That(Outcome(decision, row.Verb), Is.EqualTo(expected), what);
                Assert.That(Answers(decision), Has.Count.EqualTo(1), what);
                if (expected == "refused illegal") Assert.That(Answers(decision)[0].Args.Verbs, Is.EquivalentTo(Moves(role, stage)), what);
                if (expected != "obeyed" && In(Staff, role)) Assert.That(decision.Facts.OfType<ICaseFact>(), Is.Empty, what);
            }
    }

    [Test]
    public void A_command_about_the_desk_is_obeyed_or_refused_as_the_table_says_and_answered_once([Values] Stage stage)
    {
        var state = InStage(stage);
        foreach (var row in AboutTheDesk)
            foreach (var role in Everybody.Split(' '))
            {
                var decision = Decide(state, Who[role], "@小企 " + row.Text, row.Verb == "登记" ? Talk : null);
                var expected = !In(row.Roles, role) ? "refused no-right" : row.Verb switch { "撤销" => "refused nothing-to-undo", "删词" => "refused unknown-word", "不登记" => "refused unsure-none", _ => "obeyed" };
                var what = $"{row.Verb} by {role} in {stage}";
                Assert.That(Outcome(decision, row.Verb), Is.EqualTo(expected), what);
                Assert.That(Answers(decision), Has.Count.EqualTo(1), what);
                if (row.Verb == "登记" && expected == "obeyed") Assert.That(decision.Facts.OfType<CaseOpened>().Single().Message, Is.EqualTo(talk), what);
            }
    }

    [Test]
    public void Words_of_an_enterprise_or_stranger_that_commands_are_judged_as_content_as_well()
    {
        foreach (var role in Everybody.Split(' ').Except(Staff.Split(' ')).Except(["known-other"]))
            foreach (var text in AboutACase.Select(r => r.Text).Concat(AboutTheDesk.Select(r => r.Text)))
            {
                var heard = Decide(InStage(Stage.InHand), Who[role], "@小企 " + text).Facts.OfType<MessageHeard>().Single();
                Assert.That(heard.Command, Is.False, $"{text} by {role}");
            }
        var both = Decide(InStage(Stage.InHand), Hirer, "@小企 登记 " + Hiring, Talk);
        Assert.That(both.Facts.OfType<CaseOpened>().Count(), Is.EqualTo(1));
        Assert.That(both.Facts.OfType<CommandRefused>(), Is.Empty, "what says so much is no bare command");
        Assert.That(Decide(InStage(Stage.InHand), Hirer, "@小企 登记", Talk).Facts.OfType<CommandRefused>().Single().Code, Is.EqualTo("no-right"));
    }

    [Test]
    public void What_somebody_listed_for_no_firm_commands_is_a_command_and_refused()
    {
        var said = Decide(InStage(Stage.InHand), Who["known-other"], "@小企 受理 1");
        Assert.That((said.Facts.OfType<MessageHeard>().Single().Command, said.Facts.OfType<CommandRefused>().Single().Code), Is.EqualTo((true, "no-right")));
    }

    [Test]
    public void Help_names_the_verbs_that_the_asker_may_use_about_some_case()
    {
        foreach (var role in Staff.Split(' '))
        {
            var offered = Answers(Decide(InStage(Stage.InHand), Who[role], "@小企 帮助"))[0].Args.Verbs!.Select(line => line.TrimStart('引', '用').Split(' ', ':')[0]).ToList();
            var may = AboutACase.Where(r => In(r.Roles, role.Replace("other-", "", StringComparison.Ordinal)) || In(r.Roles, role.Replace("other-department", "lead-department", StringComparison.Ordinal)))
                .Select(r => r.Verb).Concat(AboutTheDesk.Where(r => (In(r.Roles, role) || r.Verb == "为什么") && r.Verb != "登记").Select(r => r.Verb)).ToList();
            Assert.That(offered.Where(o => o != "一条消息发“登记”"), Is.EquivalentTo(may), role);
        }
    }

    private static bool In(string list, string item) => list.Split(' ').Contains(item);

    private static IEnumerable<string> Moves(string role, Stage stage) =>
        AboutACase.Where(r => In(r.Roles, role) && In(r.Stages, stage.ToString()) && r.Verb != "认领").Select(r => r.Verb);

    private DeskState InStage(Stage stage)
    {
        var about = desk.Case(1);
        return desk.State with { Cases = desk.State.Cases.SetItem(1, about with { Parts = [.. about.Parts.Select(p => p with { Stage = stage })] }) };
    }

    private Decision Decide(DeskState state, string who, string text, string? quote = null) => Decider.Decide(
        state,
        new MessageInput
        {
            Id = new InputId(1000), PostedAt = desk.Now, RecordedAt = desk.Now, Group = desk.Group(TestDesk.City), Sender = desk.Member(who), Way = "transcript", Type = MessageType.Text,
            Text = text, QuoteText = quote, Digest = "", Salt = Convert.ToBase64String(new byte[16]),
        },
        desk.Runner.Rules, (IWords)desk.Runner.Words);

    private static string Outcome(Decision decision, string verb)
    {
        var refused = decision.Facts.OfType<CommandRefused>().SingleOrDefault();
        if (refused is not null)
        {
            Assert.That(decision.Facts.OfType<CommandObeyed>(), Is.Empty);
            Assert.That(refused.Verb, Is.EqualTo(verb));
            return "refused " + refused.Code;
        }
        ImmutableArray<string> silent = ["查询", "为什么", "待办", "帮助"];
        return silent.Contains(verb) || decision.Facts.OfType<CommandObeyed>().SingleOrDefault()?.Verb == verb ? "obeyed" : "nothing";
    }

    private List<Notice> Answers(Decision decision) => [.. decision.Notices.Where(n => n.Pace == Pace.Now && n.Audience == Audience.Of(desk.Group(TestDesk.City)))];
}
