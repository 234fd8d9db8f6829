using ChatIntake.Desk;
using ChatIntake.EndToEnd.Running;
using ChatIntake.Notices;

namespace ChatIntake.EndToEnd.Notices;

/// <summary>Each answer of the webhook is handled by what it means, from the group's message to what the group sees.</summary>
internal sealed class WebhookFaultTests
{
    private const string Blocked = "@小企 我们6台拉磷酸的重车被堵在石牛口卡点,走不脱,求协调";
    private const string NoWorkers = "@小企 工人从外省回不来,还缺30个操作工";

    private Town town = null!;

    [SetUp]
    public async Task Open() => town = await Town.Open();

    [TearDown]
    public async Task Close() => await town.DisposeAsync();

    [TestCase(-1)]
    [TestCase(45033)]
    public async Task A_busy_server_is_asked_again_and_the_group_sees_it_once(int errcode)
    {
        await Refuse(errcode, 2);
        await Report();
        await town.Pass(TimeSpan.FromSeconds(10));
        Assert.That(await Receipts(), Has.Count.EqualTo(1));
        Assert.That(Post(0).Attempts.Select(a => a.ErrorCode), Is.EqualTo(new[] { errcode, errcode, 0 }));
    }

    [Test]
    public async Task The_limit_is_waited_out()
    {
        await Refuse(45009, 1);
        await Report();
        await town.Pass(TimeSpan.FromSeconds(55));
        Assert.That(await Receipts(), Is.Empty);
        await town.Pass(TimeSpan.FromSeconds(15));
        Assert.That(await Receipts(), Has.Count.EqualTo(1));
    }

    [TestCase(93000)]
    [TestCase(93004)]
    [TestCase(93008)]
    public async Task A_removed_robot_is_told_to_the_staff_and_its_notices_are_listed(int errcode)
    {
        await Refuse(errcode, 1);
        await Report();
        Assert.That(town.Store.Facts<WayClosed>().Select(w => (w.Group, w.ErrorCode)), Is.EqualTo(new[] { (town.Group(Town.Enterprises), errcode) }));
        Assert.That(await town.WeCom.BotPosts(Town.Staff), Has.One.Contains("发不了消息了"));
        Assert.That(OutboxTable.Listed(town.Store, StoreReading.Desk).Select(n => n.Template), Is.EqualTo(new[] { "receipt" }));

        await town.WeCom.Say(Town.Enterprises, "e001-dai", NoWorkers);
        await town.Pass(TimeSpan.FromMinutes(1));
        Assert.That(await Receipts(), Is.Empty);
        Assert.That(OutboxTable.Listed(town.Store, StoreReading.Desk), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Too_long_a_post_goes_out_in_pieces()
    {
        await Refuse(45002, 1);
        await town.WeCom.Say(Town.Enterprises, "e001-dai", Blocked);
        await town.WeCom.Say(Town.Enterprises, "e001-dai", NoWorkers);
        await town.Pass(TimeSpan.FromSeconds(40));
        Assert.That(town.Store.Posts().Where(p => p.Group == town.Group(Town.Enterprises)).Select(p => p.State), Is.EqualTo(new[] { PostState.Replaced, PostState.Delivered, PostState.Delivered }));
        Assert.That(await Receipts(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_refused_form_goes_out_as_plain_text()
    {
        await Refuse(40058, 1);
        await town.Pass(TimeSpan.FromHours(10));
        var daily = (await town.WeCom.BotPosts(Town.Enterprises)).Single(p => p.Contains("企业诉求通报", StringComparison.Ordinal));
        Assert.That(daily, Does.Not.Contain("**").And.Not.Contain("<font").And.Not.Contain("###"));
    }

    [Test]
    public async Task A_post_that_will_never_be_accepted_is_told_to_the_staff()
    {
        await Refuse(40008, 1);
        await town.Pass(TimeSpan.FromHours(11));
        Assert.That(town.Store.Facts<PostFailed>().Select(f => (f.Group, f.ErrorCode)), Is.EqualTo(new[] { (town.Group(Town.Enterprises), 40008) }));
        Assert.That(await town.WeCom.BotPosts(Town.Staff), Has.One.Contains("没有发出去(错误 40008)"));
    }

    [Test]
    public async Task A_lost_answer_costs_one_repetition_at_most()
    {
        await town.WeCom.Faults(new { loseWebhookAnswer = 1 });
        await Report();
        await town.Pass(TimeSpan.FromMinutes(2));
        Assert.That(await Receipts(), Has.Count.InRange(1, 2));
        Assert.That(Post(0).State, Is.EqualTo(PostState.Delivered));
        Assert.That(Post(0).Attempts.Select(a => a.Outcome), Is.EqualTo(new PostOutcome?[] { PostOutcome.Unknown, PostOutcome.Delivered }));
    }

    [Test]
    public async Task A_broken_connection_is_tried_again()
    {
        await town.WeCom.Faults(new { dropWebhook = 1 });
        await Report();
        await town.Pass(TimeSpan.FromMinutes(2));
        Assert.That(await Receipts(), Has.Count.EqualTo(1));
        Assert.That(Post(0).State, Is.EqualTo(PostState.Delivered));
    }

    private Task Refuse(int errcode, int count) => town.WeCom.Faults(new { webhookErrors = new[] { new { errcode, count, key = "key-1" } } });

    private async Task Report()
    {
        await town.WeCom.Say(Town.Enterprises, "e001-dai", Blocked);
        await town.Pass(TimeSpan.FromSeconds(31));
    }

    private async Task<IReadOnlyList<string>> Receipts() =>
        [.. (await town.WeCom.BotPosts(Town.Enterprises)).Where(p => p.Contains("已登记", StringComparison.Ordinal))];

    private PostRow Post(int index) => town.Store.Posts().Where(p => p.Group == town.Group(Town.Enterprises)).ElementAt(index);
}
