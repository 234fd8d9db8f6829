using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

internal sealed class QuotingTests
{
    private TestDesk desk = null!;

    [SetUp]
    public async Task Open()
    {
        desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
        await desk.Say(Hirer, Hiring);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [TestCase(Held)]
    [TestCase("我们6台货车 堵在石牛口卡点,不让过,请领导协调")]
    [TestCase("我们6台货车堵在石牛口…")]
    [TestCase("我们6台货车堵在石牛口...")]
    public async Task A_quoted_message_names_its_case(string quote)
    {
        Assert.That((await desk.Command("受理", quote)).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public async Task Any_message_of_a_case_names_it()
    {
        await desk.Say(Haulier, HeldStill);

        Assert.That((await desk.Command("受理", HeldStill)).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public async Task A_number_outranks_the_quotation()
    {
        Assert.That((await desk.Command("受理 2", Held)).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(2)));
    }

    [Test]
    public async Task A_quotation_is_looked_for_in_the_group_where_it_stands()
    {
        var said = await desk.Command("受理", Held, group: TestDesk.Park);

        Assert.That(said.The<CommandRefused>().Code, Is.EqualTo("quote-unknown"));
    }

    [Test]
    public async Task Of_equal_messages_the_newest_is_meant()
    {
        await desk.Pass(TimeSpan.FromHours(1));
        await desk.Say(Potter, Held);

        Assert.That((await desk.Command("受理", Held)).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(3)));
    }

    [Test]
    public async Task A_post_of_the_bot_that_names_one_case_names_it()
    {
        await desk.Posted("✅ 已登记 #2 嘉讯电子有限公司|招工缺口", TestDesk.City, 2);

        Assert.That((await desk.Command("受理", "✅ 已登记 #2 嘉讯电子有限公司|招工缺口")).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(2)));
    }

    [Test]
    public async Task A_post_of_the_bot_that_was_also_heard_as_a_message_still_names_its_case()
    {
        await desk.Posted("✅ 已登记 #2 嘉讯电子有限公司|招工缺口", TestDesk.City, 2);
        await desk.Say("小企", "✅ 已登记 #2 嘉讯电子有限公司|招工缺口", way: "archive:ww");

        Assert.That((await desk.Command("受理", "✅ 已登记 #2 嘉讯电子有限公司|招工缺口")).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(2)));
    }

    [Test]
    public async Task A_post_that_names_several_cases_is_answered_by_asking_which()
    {
        await desk.Posted("✅ 已登记 #1 榕峰\n✅ 已登记 #2 嘉讯", TestDesk.City, 1, 2);

        var said = await desk.Command("受理", "✅ 已登记 #1 榕峰\n✅ 已登记 #2 嘉讯");

        Assert.That(said.The<CommandRefused>().Code, Is.EqualTo("which-case"));
        Assert.That(said.The("refused.which-case").Args.Cases!.Select(c => c.Case.Value), Is.EqualTo(new long[] { 1, 2 }));
    }

    [Test]
    public async Task Talk_that_is_quoted_is_no_case()
    {
        await desk.Say(Potter, Talk);

        Assert.That((await desk.Command("受理", Talk)).The<CommandRefused>().Code, Is.EqualTo("quote-no-case"));
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("@小企")]
    public async Task An_empty_quotation_names_nothing(string quote)
    {
        await desk.Say(Haulier, "@小企");

        var said = await desk.Command("受理", quote);

        Assert.That(said.The<CommandRefused>().Code, Is.EqualTo(quote.Trim().Length == 0 ? "needs-case" : "quote-unknown"));
    }
}
