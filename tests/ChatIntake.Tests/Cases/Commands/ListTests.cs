using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

internal sealed class ListTests
{
    private TestDesk desk = null!;

    /// <summary>#1 榕峰 (交警大队), #2 嘉讯 (人社局), #3 玉龙 (供电局, critical), #4 铁山 (金融办, about money).</summary>
    [SetUp]
    public async Task Open()
    {
        desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
        await desk.Say(Hirer, Hiring);
        await desk.Say(Potter, Blackout);
        await desk.Say(Founder, Loan);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [TestCase(TestDesk.Bureau, 3, 1, 2, 4)]
    [TestCase(TestDesk.Leader, 3, 1, 2, 4)]
    [TestCase("交警聂警官", 1)]
    [TestCase("供电局 谢工", 3)]
    [TestCase("特派员-陈立新", 1)]
    [TestCase("特派员-涂小军", 2)]
    public async Task A_to_do_list_holds_what_is_the_askers_most_pressing_first(string who, params long[] cases)
    {
        var said = await desk.Command("待办", by: who);

        Assert.That(said.The("todo").Args.Cases!.Select(c => c.Case.Value), Is.EqualTo(cases));
        Assert.That(said.The("todo").Args.Number, Is.EqualTo(cases.Length));
    }

    [TestCase("卫健局 邱医生")]
    [TestCase("特派员-吴启航")]
    public async Task Who_has_nothing_to_do_is_told_so(string who) =>
        Assert.That((await desk.Command("待办", by: who)).AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "todo.none" }));

    [Test]
    public async Task What_is_overdue_comes_first_and_what_is_done_not_at_all()
    {
        await desk.Command("办结 3");
        await desk.Pass(TimeSpan.FromHours(1));

        var said = await desk.Command("待办");

        Assert.That(said.The("todo").Args.Cases!.Select(c => (c.Case.Value, c.Overdue)), Is.EqualTo(new[] { (1L, true), (2, false), (4, false) }));
    }

    [Test]
    public async Task Department_sees_its_part_until_it_is_done()
    {
        await desk.Command("办结 1", by: "交警聂警官");

        Assert.That((await desk.Command("待办", by: "交警聂警官")).AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "todo.none" }));
    }

    [Test]
    public async Task What_an_enterprise_says_about_money_is_not_shown_among_enterprises()
    {
        var said = await desk.Command("查询 4");
        var list = await desk.Command("待办");

        Assert.That(Render(said.The("query"), GroupKind.Enterprise), Does.Contain("#4").And.Contain("待受理").And.Not.Contain("180").And.Not.Contain("铁山"));
        Assert.That(Render(said.The("query"), GroupKind.Staff), Does.Contain("180").And.Contain("铁山铸造有限公司"));
        Assert.That(Render(list.The("todo"), GroupKind.Enterprise), Does.Contain("#4").And.Not.Contain("铁山").And.Contain("玉龙陶瓷有限公司"));
    }

    [Test]
    public async Task What_is_answered_about_money_is_not_shown_among_enterprises_either()
    {
        var said = await desk.Command("回复 4 按无还本续贷走,26日前落地");

        Assert.That(Render(said.The("done.answer"), GroupKind.Enterprise), Does.Contain("#4").And.Not.Contain("续贷").And.Not.Contain("铁山"));
        Assert.That(Render(said.The("done.answer"), GroupKind.Staff), Does.Contain("无还本续贷"));
    }

    [Test]
    public async Task An_enterprise_that_asks_after_its_own_case_is_answered_and_after_another_refused()
    {
        var own = await desk.Command("查询 1", by: HaulierBoss);
        var other = await desk.Command("查询 2", by: HaulierBoss);
        var quoted = await desk.Command("查询", Held, by: HaulierBoss);

        Assert.That(own.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "query" }));
        Assert.That(quoted.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "query" }));
        Assert.That(other.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "refused.no-right" }));
    }

    [Test]
    public async Task Looking_changes_nothing()
    {
        var before = desk.CaseBytes(1);

        await desk.Command("查询 1");
        await desk.Command("待办");
        await desk.Command("帮助");

        Assert.That(desk.CaseBytes(1), Is.EqualTo(before));
        Assert.That(desk.State.LastCommands, Is.Empty);
    }

    private string Render(NoticeRow row, GroupKind place) => new NoticeRenderer(desk.Runner.Rules.Texts, new NoticeSlots(
        desk.Runner.Rules, desk.Runner.Words, desk.Runner.Rules.Roster.Groups.First(g => g.Kind == place).Id, text => text))
        .Render(new Notice(row.Audience, row.Template, row.Args, row.Pace));
}
