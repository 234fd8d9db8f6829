using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.Roster;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

internal sealed class ClaimTests
{
    private TestDesk desk = null!;

    [SetUp]
    public async Task Open()
    {
        desk = await TestDesk.Open();
        await desk.Say(Stranger, Anonymous);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task A_claim_names_the_firm_and_makes_the_stranger_count_for_it_from_then_on()
    {
        await desk.Command("认领 1 大青山");
        await desk.Pass(TimeSpan.FromHours(3));

        var said = await desk.Say(Stranger, Hiring);

        Assert.That(desk.Case(1).Enterprise, Is.EqualTo(desk.Firm("大青山").Id));
        Assert.That(said.The<MessageHeard>().Role, Is.EqualTo(SenderRole.Enterprise));
        Assert.That(said.The<CaseOpened>().Enterprise, Is.EqualTo(desk.Firm("大青山").Id));
        Assert.That(said.Notices, Has.None.Property("Template").EqualTo("case.unclaimed"));
    }

    [Test]
    public async Task A_claim_survives_a_restart()
    {
        await desk.Command("认领 1 大青山");

        desk.Restart();

        Assert.That(desk.State.Claims[desk.Member(Stranger)], Is.EqualTo(desk.Firm("大青山").Id));
    }

    [Test]
    public async Task A_case_reported_by_a_known_member_is_claimed_without_making_him_count_for_the_firm()
    {
        await desk.Say("邮政速递老覃", "我报告:老鹰嘴卡点不让过");
        await desk.Command("登记", "我报告:老鹰嘴卡点不让过");

        var said = await desk.Command("认领 2 大青山");

        Assert.That(said.The<CaseClaimed>().Stranger, Is.Null);
        Assert.That(desk.State.Claims, Is.Empty);
    }

    [Test]
    public async Task A_claim_for_nobody_known_is_asked_again() =>
        Assert.That((await desk.Command("认领 1 天上人间")).The<CommandRefused>().Code, Is.EqualTo("no-enterprise"));

    [Test]
    public async Task A_claimed_stranger_gives_no_commands_and_asks_after_his_own_case()
    {
        await desk.Command("认领 1 大青山");

        Assert.That((await desk.Command("查询 1", by: Stranger)).AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "query" }));
        Assert.That((await desk.Command("办结 1", by: Stranger)).The<CommandRefused>().Code, Is.EqualTo("no-right"));
    }
}
