using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Notices;

public sealed class OutboxRunnerTests
{
    private const string Staff = "工信局小易";
    private StoredDesk desk = null!;
    private ScriptedSender sender = null!;
    private OutboxRunner outbox = null!;

    [SetUp]
    public async Task Open()
    {
        desk = await StoredDesk.Town(StoredDesk.OnDisk());
        sender = new ScriptedSender();
        outbox = NewRunner();
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    private List<PostRow> Done => [.. OutboxTable.DonePosts(desk.Store, desk.Id)];

    [Test]
    public async Task A_delivered_post_becomes_a_fact_whose_digest_proves_its_text()
    {
        await Ask();
        await Settle();
        var fact = desk.Facts.OfType<PostDelivered>().Single();
        var words = WordsTable.Get(desk.Store, desk.Id, new WordsKey(WordsKind.Post, fact.Post.Value))!;
        Assert.Multiple(() =>
        {
            Assert.That(sender.Sent.Single().Text, Is.EqualTo(words.Body!.Text));
            Assert.That(WordsTable.Digest(words.Salt, words.Body!), Is.EqualTo(fact.Digest));
            Assert.That(Done.Single().State, Is.EqualTo(PostState.Delivered));
            Assert.That(OutboxTable.Composed(desk.Store, desk.Id).Single().Post, Is.EqualTo(fact.Post));
        });
    }

    [Test]
    public async Task An_attempt_is_recorded_before_it_is_made()
    {
        var seen = 0;
        sender.OnSend = _ =>
        {
            var post = OutboxTable.OpenPosts(desk.Store, desk.Id).Single();
            seen = OutboxTable.Attempts(desk.Store, StoredDesk.Robot, desk.Clock.Now.AddSeconds(-1)).Count;
            Assert.That(post.Attempts.Single().Outcome, Is.Null);
        };
        await Ask();
        await Settle();
        Assert.That(seen, Is.EqualTo(1));
    }

    [Test]
    public async Task A_post_whose_sender_died_is_not_composed_again_and_counts_against_the_budget()
    {
        sender.OnSend = _ => throw new OperationCanceledException();
        await Ask();
        await outbox.RunOnce();
        Assert.That(async () => await outbox.RunOnce(), Throws.InstanceOf<OperationCanceledException>());
        await desk.Restart();
        sender.OnSend = _ => { };
        outbox = NewRunner(perMinute: 1);
        await Ask();
        Assert.That(await outbox.RunOnce(), Is.False, "the attempt that nobody knows about still counts");
        await Settle();
        Assert.Multiple(() =>
        {
            Assert.That(sender.Sent, Has.Count.EqualTo(3));
            Assert.That(sender.Sent[1], Is.EqualTo(sender.Sent[0]).Using<PostToSend>((a, b) => a.Text == b.Text));
            Assert.That(Done[0].Attempts.Select(a => a.Outcome), Is.EqualTo(new PostOutcome?[] { null, PostOutcome.Delivered }));
            Assert.That(Done[0].Attempts[1].At - Done[0].Attempts[0].At, Is.GreaterThanOrEqualTo(PostPlanner.Minute));
        });
    }

    [TestCase(PostOutcome.RetrySoon, 3)]
    [TestCase(PostOutcome.WaitMinute, 5)]
    [TestCase(PostOutcome.Unknown, 1)]
    public async Task Patience_is_rewarded(PostOutcome outcome, int times)
    {
        sender.Answer([.. Enumerable.Repeat(outcome, times)]);
        await Ask();
        await Settle();
        Assert.Multiple(() =>
        {
            Assert.That(sender.Sent, Has.Count.EqualTo(times + 1));
            Assert.That(desk.Facts.OfType<PostDelivered>().Count(), Is.EqualTo(1));
            Assert.That(desk.Facts.OfType<PostFailed>(), Is.Empty);
        });
    }

    [TestCase(PostOutcome.RetrySoon, 4, "gaveUp")]
    [TestCase(PostOutcome.Unknown, 2, "unknown")]
    [TestCase(PostOutcome.GiveUp, 1, "gaveUp")]
    [TestCase(PostOutcome.BadForm, 1, "gaveUp")]
    [TestCase(PostOutcome.TooLong, 1, "gaveUp")]
    public async Task What_is_given_up_is_a_fact_and_told_to_the_staff(PostOutcome outcome, int times, string code)
    {
        sender.Answer([.. Enumerable.Repeat(outcome, times)]);
        await Ask();
        await Settle();
        Assert.Multiple(() =>
        {
            Assert.That(desk.Facts.OfType<PostFailed>().Single().Outcome, Is.EqualTo(code));
            Assert.That(sender.Sent.Take(times).Select(p => p.Way), Is.All.EqualTo(StoredDesk.Robot));
            Assert.That(sender.Sent.Skip(times).Single().Way, Is.EqualTo("robot_staff"));
        });
    }

    [Test]
    public async Task A_failure_among_the_staff_is_not_told_there_again_and_again()
    {
        sender.Answer([.. Enumerable.Repeat(PostOutcome.GiveUp, 10)]);
        await Ask(StoredDesk.StaffGroup);
        await Settle();
        Assert.That((sender.Sent.Count, desk.Facts.OfType<PostFailed>().Count()), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_closed_way_lists_its_notices_tells_the_staff_once_and_opens_with_a_new_roster()
    {
        sender.Answer(PostOutcome.WayClosed, PostOutcome.WayClosed);
        sender.Limits = (150, 150);
        await Ask();
        await Ask();
        await Settle();
        await Ask();
        await Settle();
        Assert.Multiple(() =>
        {
            Assert.That(desk.Facts.OfType<WayClosed>().Count(), Is.EqualTo(1));
            Assert.That(desk.Facts.OfType<PostFailed>().Select(f => f.Outcome), Is.EqualTo(new[] { "wayClosed", "wayClosed" }));
            Assert.That(OutboxTable.Listed(desk.Store, desk.Id), Has.Count.EqualTo(3));
            Assert.That(sender.Sent.Where(p => p.Way == "robot_staff"), Has.Exactly(1).Items);
        });
        await desk.Import(RuleKinds.Roster, TownFiles.Roster.Replace("robot_enterprise_1", "robot-new", StringComparison.Ordinal));
        await Ask();
        await Settle();
        Assert.That(sender.Sent[^1].Way, Is.EqualTo("robot-new"));
    }

    [Test]
    public async Task Without_the_secret_of_a_way_notices_wait_in_the_list_and_nothing_is_tried()
    {
        sender.Missing.Add(StoredDesk.Robot);
        await Ask();
        await Settle();
        Assert.That((sender.Sent.Count, OutboxTable.Listed(desk.Store, desk.Id).Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public async Task A_post_that_is_too_long_goes_again_in_smaller_ones()
    {
        sender.Answer(PostOutcome.TooLong);
        await desk.Say(Staff, "@小企 待办");
        await desk.Say(Staff, "@小企 待办");
        await Settle();
        Assert.Multiple(() =>
        {
            Assert.That(sender.Sent, Has.Count.EqualTo(3));
            Assert.That(sender.Sent[0].Text, Is.EqualTo(sender.Sent[1].Text + "\n" + sender.Sent[2].Text));
            Assert.That(Done.Select(p => p.State), Is.EqualTo(new[] { PostState.Replaced, PostState.Delivered, PostState.Delivered }));
            Assert.That(OutboxTable.Composed(desk.Store, desk.Id).Select(n => n.Post!.Value.Value), Is.EquivalentTo(new[] { 2, 3 }));
        });
    }

    [Test]
    public async Task A_form_that_is_refused_goes_again_as_plain_text()
    {
        sender.Answer(PostOutcome.BadForm);
        await desk.Say("榕峰化工 王总", "大家早");
        await desk.TickUntil(new DateTimeOffset(2020, 2, 24, 9, 30, 0, TimeSpan.Zero));
        await Settle();
        var (first, second) = (sender.Sent[0], sender.Sent.Last(p => p.Way == sender.Sent[0].Way));
        Assert.Multiple(() =>
        {
            Assert.That((first.Markdown, second.Markdown), Is.EqualTo((true, false)));
            Assert.That(first.Text, Does.StartWith("### 📊"));
            Assert.That(second.Text, Does.StartWith("📊").And.Not.Contain("**").And.Not.Contain("<font").And.Contain("在办"));
        });
    }

    [Test]
    public async Task Mentions_are_the_channel_s_own_ids_of_those_who_are_asked_to_act()
    {
        await Ask();
        await desk.Say("榕峰化工 王总", "我们两车磷矿石在高速口被拦住了,过不来");
        await desk.Say(Staff, "@小企 派单 #1 交通局", chat: StoredDesk.StaffGroup);
        await Settle();
        var order = sender.Sent.First(p => p.Text.Contains("派工单", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(sender.Sent[0].Mentions, Is.EqualTo(new[] { "b03" }).Or.EqualTo(new[] { "b04" }).Or.EqualTo(new[] { "b05" }));
            Assert.That(order.Mentions, Is.SupersetOf(new[] { "d01-li", "d01-ju", "d01-ban" }));
        });
    }

    [Test]
    public async Task What_can_wait_rides_along_and_the_urgent_stands_first()
    {
        await desk.Receiver.Receive([], [new Unreadable("bot:main", "bot/ww", "x", "not-json", "?")]);
        await desk.Runner.Advance();
        await Ask(StoredDesk.StaffGroup);
        await Settle();
        Assert.That(sender.Sent.Single().Text, Does.StartWith("可以这样发指令").And.EndsWith("原样保存着。"));
    }

    [Test]
    public async Task Words_that_are_erased_before_the_post_goes_out_are_not_posted()
    {
        await Ask();
        await outbox.RunOnce();
        var key = new WordsKey(WordsKind.Post, 1);
        await desk.Store.Write(t =>
        {
            WordsTable.Put(t, desk.Id, key, WordsTable.Get(t, desk.Id, key)! with { Body = null });
            return 0;
        });
        await Settle();
        Assert.That((sender.Sent.Count(p => p.Way == StoredDesk.Robot), desk.Facts.OfType<PostFailed>().Count()), Is.EqualTo((0, 1)));
    }

    private OutboxRunner NewRunner(int perMinute = 18) => new(desk.Store, desk.Runner, sender, desk.Clock, perMinute);

    private Task<MessageId> Ask(string chat = StoredDesk.EnterpriseGroup) => desk.Say(Staff, "@小企 帮助", chat: chat);

    // Lets two hours pass, from one thing to do to the next.
    private async Task Settle()
    {
        var end = desk.Clock.Now.AddHours(2);
        while (true)
        {
            var busy = await outbox.RunOnce();
            await desk.Runner.Advance();
            if (busy) continue;
            if (outbox.Wake is not { } wake || wake > end) return;
            desk.Clock.Now = wake;
        }
    }
}
