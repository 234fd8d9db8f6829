using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

internal sealed class AnswerTests
{
    private TestDesk desk = null!;

    [SetUp]
    public async Task Open()
    {
        desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
        await desk.Say(Hirer, Hiring);
        await desk.Say(Potter, Blackout);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task Each_command_of_a_message_succeeds_or_is_refused_alone_and_is_answered()
    {
        var said = await desk.Command("受理 1\n签收 2\n办结 99\n升级 3");

        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "done.accept", "refused.illegal", "refused.no-case", "done.escalate" }));
    }

    [Test]
    public async Task A_command_about_several_cases_is_answered_for_each()
    {
        var said = await desk.Command("办结 1 2 3");

        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "done.resolve", "done.resolve", "done.resolve" }));
        Assert.That(desk.State.Cases.Values, Has.All.Property(nameof(CaseState.Open)).False);
    }

    [Test]
    public async Task An_acceptance_orders_the_proposed_department()
    {
        var said = await desk.Command("受理 1");

        Assert.That(said.The("order").Audience, Is.EqualTo(Audience.Of(desk.Office("D02").Id)));
        Assert.That(said.The("order").Args.Due, Is.EqualTo(desk.Now.AddHours(2)));
    }

    [Test]
    public async Task An_acceptance_with_another_department_named_gives_one_order_and_to_that_one()
    {
        var said = await desk.Command("受理 1 转交通局");

        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "done.accept", "done.dispatch" }));
        Assert.That(said.The("order").Audience, Is.EqualTo(Audience.Of(desk.Office("D01").Id)));
        Assert.That(desk.Case(1).Parts.Single().Lead, Is.EqualTo(desk.Office("D01").Id));
    }

    [Test]
    public async Task The_department_named_first_gets_the_order_and_what_follows_are_remarks()
    {
        await desk.Command("派单 1 交警大队,请市交通运输局配合");

        Assert.That(desk.Case(1).Parts.Single().Lead, Is.EqualTo(desk.Office("D02").Id));
    }

    [Test]
    public async Task An_unknown_department_is_asked_for_and_the_proposed_one_named()
    {
        var said = await desk.Command("派单 1 外星事务局");

        Assert.That(said.The("refused.no-department").Args.Department, Is.EqualTo(desk.Office("D02").Id));
        Assert.That(desk.Case(1).Stage, Is.EqualTo(Stage.AwaitingAcceptance));
    }

    [Test]
    public async Task An_urge_goes_to_the_department_that_leads()
    {
        var said = await desk.Command("催办 1", by: TestDesk.Leader);

        Assert.That(said.The("case.urged").Audience, Is.EqualTo(Audience.Of(desk.Office("D02").Id)));
        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "done.urge" }));
    }

    [TestCase("回复 1 已联系,下午放行", "case.answered")]
    [TestCase("办结 1 已放行", "case.resolved")]
    public async Task What_is_said_in_another_group_reaches_the_enterprise_in_its_own(string text, string template)
    {
        var elsewhere = await desk.Command(text, group: TestDesk.StaffRoom);

        Assert.That(elsewhere.The(template).Audience, Is.EqualTo(Audience.Of(desk.Group(TestDesk.City))));
        Assert.That(elsewhere.AnswersIn(desk.Group(TestDesk.StaffRoom)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_answer_points_at_its_words_without_its_numbers()
    {
        var said = await desk.Command("回复 1:已联系,下午放行");

        Assert.That(said.The<CaseAnswered>().Text!.Of("@小企 回复 1:已联系,下午放行"), Is.EqualTo("已联系,下午放行"));
    }

    [Test]
    public async Task An_answer_without_words_is_refused()
    {
        Assert.That((await desk.Command("回复 1")).The<CommandRefused>().Code, Is.EqualTo("no-words"));
    }

    [TestCase("授理 1", "受理")]
    [TestCase("办洁 1", "办结")]
    public async Task A_typo_is_answered_with_the_nearest_verb(string text, string verb)
    {
        var said = await desk.Command(text);

        Assert.That(said.The<CommandRefused>().Code, Is.EqualTo("unknown"));
        Assert.That(said.The("refused.unknown").Args.Verbs, Is.EqualTo(new[] { verb }));
    }

    [Test]
    public async Task Words_that_are_no_command_are_answered_with_the_way_to_help()
    {
        var said = await desk.Command("这个先办结再说");

        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "refused.unknown" }));
        Assert.That(desk.Runner.Rules.Texts["refused.unknown"].Text, Does.Contain("帮助"));
    }

    [Test]
    public async Task Without_number_and_quote_the_desk_asks_which()
    {
        Assert.That((await desk.Command("受理")).The<CommandRefused>().Code, Is.EqualTo("needs-case"));
    }

    [Test]
    public async Task Talk_among_staff_is_not_answered()
    {
        var said = await desk.Say(TestDesk.Bureau, "这个先办结再说,受理的事明天讲");

        Assert.That(said.Notices, Is.Empty);
        Assert.That(said.Facts.Single(), Is.InstanceOf<MessageHeard>());
    }
}
