using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Cases;

/// <summary>What is said in a group becomes a case, over the real protocol.</summary>
internal sealed class FromMessageToCaseTests
{
    private Town town = null!;

    [SetUp]
    public async Task Open() => town = await Town.Open();

    [TearDown]
    public async Task Close() => await town.DisposeAsync();

    [Test]
    public async Task A_mention_with_a_problem_is_a_case_and_gets_its_receipt_after_the_burst()
    {
        await town.WeCom.Say(Town.Enterprises, "e001-dai", "@小企 我们6台拉磷酸的重车被堵在石牛口卡点,走不脱,求协调");
        var answered = TimeProvider.System.GetTimestamp();
        await Eventually.True(() => town.Store.Facts<CaseOpened>().Count == 1, "the case");
        await TestContext.Out.WriteLineAsync($"Answer to case: {TimeProvider.System.GetElapsedTime(answered).TotalMilliseconds:0} ms");

        Assert.That(await town.WeCom.BotPosts(Town.Enterprises), Is.Empty, "the sender may have more to say");
        await town.Pass(TimeSpan.FromSeconds(31));
        Assert.That(await town.WeCom.BotPosts(Town.Enterprises), Has.One.StartsWith("✅ 已登记 #1 榕峰化工有限公司"));
    }

    [Test]
    public async Task Staff_register_what_no_callback_brought_by_quoting_it_since_the_archive_is_asked_first()
    {
        var said = await town.WeCom.Say(Town.Enterprises, "e005-ran", "变压器又跳了,井下排水停起的");
        Assert.That(town.Store.Facts<MessageHeard>(), Is.Empty);
        await town.WeCom.Say(Town.Enterprises, "b02", "@小企 不是问题", quote: said);
        await town.WeCom.Say(Town.Enterprises, "b02", "@小企 登记", quote: said);
        await town.Settle();
        Assert.Multiple(() =>
        {
            Assert.That(town.Store.Facts<QuoteFiled>(), Is.Empty, "the message itself is there");
            Assert.That(town.Store.Facts<CaseOpened>().Select(o => o.Message), Is.EqualTo(new[] { town.Store.Facts<MessageHeard>()[0].Message }));
        });
    }

    [Test]
    public async Task A_command_may_quote_the_bots_own_post()
    {
        await town.WeCom.Say(Town.Enterprises, "e001-dai", "@小企 我们6台拉磷酸的重车被堵在石牛口卡点,走不脱,求协调");
        await town.Pass(TimeSpan.FromSeconds(31));
        var receipt = (await town.WeCom.Messages(Town.Enterprises)).Single(m => m.Bot);
        await town.WeCom.Say(Town.Enterprises, "b02", "@小企 受理", quote: receipt.MsgId);
        await town.Settle();
        Assert.That(town.Store.Facts<CaseAccepted>().Select(a => a.Case.Value), Is.EqualTo(new long[] { 1 }));
        Assert.That(await town.WeCom.BotPosts(Town.Enterprises), Has.One.StartsWith("#1 已受理"));
        Assert.That(await town.WeCom.BotPosts(Town.Staff), Has.Some.Contains("派工单 #1"));
    }

    [Test]
    public async Task A_command_of_an_enterprise_changes_nothing()
    {
        await town.WeCom.Say(Town.Enterprises, "e001-dai", "@小企 我们6台拉磷酸的重车被堵在石牛口卡点,走不脱,求协调");
        await town.WeCom.Say(Town.Enterprises, "e001-dai", "@小企 办结 #1");
        await town.Settle();
        Assert.That(town.Store.Facts<CaseResolved>(), Is.Empty);
    }

    [Test]
    public async Task A_group_that_nobody_listed_is_asked_about_once()
    {
        await town.WeCom.Say("wrNEW", "e001-dai", "@小企 早");
        await town.WeCom.Say("wrNEW", "e002-tan", "@小企 早上好");
        await town.Settle();
        Assert.That(town.Store.Facts<GroupMet>(), Has.Count.EqualTo(1));
        Assert.That((await town.WeCom.BotPosts(Town.Staff)).Count(p => p.Contains("不认识的群", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_member_whom_nobody_listed_is_asked_about_once()
    {
        await town.WeCom.Say(Town.Enterprises, "new-one", "@小企 我厂停电了,冻库里的货要坏了");
        await town.WeCom.Say(Town.Enterprises, "new-one", "@小企 另外工人从外省回不来,缺30个操作工");
        await town.Settle();
        Assert.That(town.Store.Facts<StrangerMet>().Select(m => m.Member), Is.EqualTo(new[] { town.Member("new-one") }));
        Assert.That((await town.WeCom.BotPosts(Town.Staff)).Count(p => p.Contains("不在花名册", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task The_archive_brings_what_does_not_mention_the_bot()
    {
        await town.WeCom.Say(Town.Enterprises, "e005-ran", "变压器又跳了,井下排水停起的,请供电局来看一下");
        await town.PullArchive();
        Assert.That(town.Store.Facts<CaseOpened>(), Has.Count.EqualTo(1));
        await town.Pass(TimeSpan.FromSeconds(31));
        await town.PullArchive();
        Assert.That(town.Store.Facts<CaseOpened>(), Has.Count.EqualTo(1), "the bot's own posts are no news to it");
        Assert.That(town.Store.Facts<MessageHeard>(), Has.Count.EqualTo(1));
    }

    [TestCase(Town.Enterprises), TestCase(Town.Park)]
    public async Task The_same_message_by_callback_and_by_archive_is_one(string chat)
    {
        await town.WeCom.Say(chat, "e001-dai", "@小企 我们6台拉磷酸的重车被堵在石牛口卡点,走不脱,求协调");
        await town.PullArchive();
        Assert.That(town.Store.Facts<MessageHeard>(), Has.Count.EqualTo(1));
        Assert.That(town.Store.Facts<MessageCopied>(), Has.Count.EqualTo(1));
        Assert.That(town.Store.Facts<CaseOpened>(), Has.Count.EqualTo(1));
    }
}
