using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Tests.Desk;
using ChatIntake.Triage;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

internal sealed class RegisterTests
{
    private TestDesk desk = null!;

    [SetUp]
    public async Task Open() => desk = await TestDesk.Open();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task A_message_that_was_talk_becomes_a_case_of_who_said_it()
    {
        var talk = await desk.Say(Hirer, Talk);

        var said = await desk.Command("登记", Talk);

        var about = desk.Case(1);
        Assert.That((about.Opener, about.Reporter, about.Enterprise), Is.EqualTo((talk.Message, desk.Member(Hirer), (EnterpriseId?)desk.Firm("嘉讯").Id)));
        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "receipt" }));
        Assert.That((await desk.Command("受理", Talk)).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public async Task Its_clocks_run_from_the_message_and_not_from_the_command()
    {
        await desk.Say(Hirer, Talk);
        var posted = desk.Now;
        await desk.Pass(TimeSpan.FromHours(5));

        await desk.Command("登记", Talk);

        Assert.That(desk.Case(1).PostedAt, Is.EqualTo(posted));
        Assert.That(desk.Case(1).Parts.Single().Clocks.Single(c => c.Kind == ClockKind.Done).Due, Is.EqualTo(posted.AddDays(7)));
        Assert.That(desk.Case(1).Parts.Single().Clocks.Single(c => c.Kind == ClockKind.Contact).MissedAt, Is.Not.Null);
        Assert.That(await desk.Pass(TimeSpan.FromMinutes(1)), Is.Empty);
    }

    [Test]
    public async Task A_message_that_is_a_case_is_not_registered_again()
    {
        await desk.Say(Haulier, Held);

        var said = await desk.Command("登记", Held);

        Assert.That((said.The<CommandRefused>().Code, said.The<CommandRefused>().Case), Is.EqualTo(("already", (CaseId?)new CaseId(1))));
    }

    [Test]
    public async Task A_receipt_of_the_bot_is_not_registered()
    {
        await desk.Say(Haulier, Held);
        await desk.Posted("✅ 已登记 #1 榕峰化工有限公司", TestDesk.City, 1);

        Assert.That((await desk.Command("登记", "✅ 已登记 #1 榕峰化工有限公司")).The<CommandRefused>().Code, Is.EqualTo("already"));
    }

    [TestCase(null)]
    [TestCase(" ")]
    public async Task Registering_needs_a_quotation(string? quote) =>
        Assert.That((await desk.Command("登记", quote)).The<CommandRefused>().Code, Is.EqualTo("needs-quote"));

    [Test]
    public async Task A_shortened_quotation_is_judged_by_the_whole_message()
    {
        await desk.Say(TestDesk.Clerk, "记一下:玉龙陶瓷喻工打电话说,全厂停电了,已经全线停产,请供电局马上来抢修");

        await desk.Command("登记", "记一下:玉龙陶瓷喻工打电话…");

        Assert.That(desk.Case(1).Urgency, Is.EqualTo(Urgency.Critical));
        Assert.That(desk.Case(1).Enterprise, Is.EqualTo(desk.Firm("玉龙").Id));
    }

    [Test]
    public async Task Staff_are_asked_whose_a_registered_message_of_a_stranger_is()
    {
        await desk.Say(Stranger, Talk);

        var said = await desk.Command("登记", Talk);

        Assert.That(said.The("stranger.met").Audience, Is.EqualTo(Audience.Staff));
        Assert.That(said.The<StrangerMet>().Member, Is.EqualTo(desk.Member(Stranger)));
    }

    [Test]
    public async Task A_message_that_was_never_heard_is_filed_from_its_quotation()
    {
        var said = await desk.Command("登记", Held);

        Assert.That(said.The<QuoteFiled>(), Is.EqualTo(new QuoteFiled(new CaseId(1), said.Message)));
        Assert.That(desk.Case(1).Parts.Single().Topic, Is.EqualTo(new Topic("transport.held")));
        Assert.That(desk.Case(1).Enterprise, Is.Null);
        Assert.That(said.The("case.unclaimed").Audience, Is.EqualTo(Audience.Staff));
    }

    [Test]
    public async Task What_is_told_of_it_shows_the_quotation_and_not_the_command()
    {
        var said = await desk.Command("登记 派单 供电局", Blackout);

        foreach (var template in new[] { "case.critical", "order" })
            Assert.That(Render(said.The(template)), Does.Contain("全厂停电了").And.Not.Contain("登记"));
    }

    [Test]
    public async Task What_was_filed_is_found_by_the_same_quotation_again()
    {
        await desk.Command("登记", Held);

        Assert.That((await desk.Command("登记", Held)).The<CommandRefused>().Code, Is.EqualTo("already"));
        Assert.That((await desk.Command("受理", Held)).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public async Task What_is_registered_can_be_dispatched_in_the_same_message()
    {
        var filed = await desk.Command("登记 派单 交警大队", Held);
        await desk.Say(Hirer, Talk);
        var heard = await desk.Command("登记,受理", Talk);

        Assert.That(filed.The<CaseDispatched>().Case, Is.EqualTo(new CaseId(1)));
        Assert.That(heard.The<CaseAccepted>().Case, Is.EqualTo(new CaseId(2)));
    }

    [TestCase(Held)]
    [TestCase("我们6台货车堵在石牛口…")]
    public async Task The_message_joins_what_was_filed_of_it_when_it_is_heard(string quote)
    {
        await desk.Command("登记", quote);

        var said = await desk.Say(Haulier, Held, late: TimeSpan.FromMinutes(3), way: "archive:ww");

        var about = desk.Case(1);
        Assert.That(desk.State.Cases, Has.Count.EqualTo(1));
        Assert.That((about.Opener, about.Reporter, about.Enterprise), Is.EqualTo((said.Message, desk.Member(Haulier), (EnterpriseId?)desk.Firm("榕峰").Id)));
        Assert.That((await desk.Command("受理", Held)).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(1)));
        var live = StoreJson.Write(desk.State);
        desk.Restart();
        Assert.That(StoreJson.Write(desk.State), Is.EqualTo(live));
    }

    [Test]
    public async Task The_same_words_later_or_elsewhere_are_not_what_was_filed()
    {
        await desk.Command("登记", Talk);
        await desk.Pass(TimeSpan.FromMinutes(1));

        var later = await desk.Say(Potter, Talk);
        var elsewhere = await desk.Say(Hirer, Talk, group: TestDesk.Park, late: TimeSpan.FromMinutes(5));

        Assert.That(later.Has<CaseJoined>() || elsewhere.Has<CaseJoined>(), Is.False);
    }

    [Test]
    public async Task A_further_message_does_not_end_the_wait_for_the_quoted_one()
    {
        await desk.Command("登记", Held);
        await desk.Command("认领 1 榕峰");
        await desk.Say(Haulier, HeldStill);

        var said = await desk.Say(HaulierBoss, Held, late: TimeSpan.FromMinutes(3), way: "archive:ww");

        Assert.That(desk.Case(1).Opener, Is.EqualTo(said.Message));
        Assert.That(desk.State.Cases, Has.Count.EqualTo(1));
    }

    private string Render(NoticeRow row) => new NoticeRenderer(desk.Runner.Rules.Texts, new NoticeSlots(
        desk.Runner.Rules, desk.Runner.Words, desk.Runner.Rules.Roster.Groups.First(g => g.Kind == GroupKind.Staff).Id, text => text))
        .Render(new Notice(row.Audience, row.Template, row.Args, row.Pace));
}
