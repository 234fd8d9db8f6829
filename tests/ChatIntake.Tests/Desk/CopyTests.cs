using ChatIntake.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Desk;

internal sealed class CopyTests
{
    private const string Bot = "bot:main";
    private const string Archive = "archive:ww";

    private TestDesk desk = null!;

    [SetUp]
    public async Task Open() => desk = await TestDesk.Open();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [TestCase(Held)]
    [TestCase("@小企 " + Held)]
    [TestCase("我们6台货车 堵在石牛口卡点,不让过,\n请领导协调")]
    public async Task The_same_message_by_two_ways_is_one(string copy)
    {
        var first = await desk.Say(Haulier, Held, way: Bot);
        desk.Sleep(TimeSpan.FromSeconds(60));

        var said = await desk.Say(Haulier, copy, way: Archive);

        Assert.That(said.Facts.Single(), Is.EqualTo(new MessageCopied(first.Message, Archive)));
        Assert.That(said.Notices, Is.Empty);
        Assert.That(desk.State.Cases, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task More_than_a_minute_apart_it_was_said_twice()
    {
        await desk.Say(Haulier, Talk, way: Bot);
        desk.Sleep(TimeSpan.FromSeconds(61));

        Assert.That((await desk.Say(Haulier, Talk, way: Archive)).Has<MessageHeard>(), Is.True);
    }

    [Test]
    public async Task By_the_same_way_it_was_said_twice()
    {
        await desk.Say(Haulier, Talk, way: Bot);

        Assert.That((await desk.Say(Haulier, Talk, way: Bot)).Has<MessageHeard>(), Is.True);
    }

    [Test]
    public async Task Each_copy_is_matched_once()
    {
        var first = await desk.Say(Haulier, Talk, way: Bot);
        var second = await desk.Say(Haulier, Talk, way: Bot);

        var copies = new List<Heeded>();
        for (var i = 0; i < 3; i++) copies.Add(await desk.Say(Haulier, Talk, way: Archive));

        Assert.That(copies[0].The<MessageCopied>().Of, Is.EqualTo(first.Message));
        Assert.That(copies[1].The<MessageCopied>().Of, Is.EqualTo(second.Message));
        Assert.That(copies[2].Has<MessageHeard>(), Is.True);
    }

    [Test]
    public async Task A_third_way_is_a_copy_as_well()
    {
        await desk.Say(Haulier, Held, way: Bot);
        await desk.Say(Haulier, Held, way: Archive);

        Assert.That((await desk.Say(Haulier, Held, way: "paste:1")).Has<MessageCopied>(), Is.True);
    }

    [Test]
    public async Task Another_sender_or_group_is_no_copy()
    {
        await desk.Say(Haulier, Talk, way: Bot);

        Assert.That((await desk.Say(Hirer, Talk, way: Archive)).Has<MessageHeard>(), Is.True);
        Assert.That((await desk.Say(Haulier, Talk, way: Archive, group: TestDesk.Park)).Has<MessageHeard>(), Is.True);
    }

    [Test]
    public async Task A_command_heard_twice_is_obeyed_once()
    {
        await desk.Say(Haulier, Held);
        await desk.Say(TestDesk.Bureau, "@小企 升级 1", way: Bot);

        await desk.Say(TestDesk.Bureau, "@小企 升级 1", way: Archive);

        Assert.That(desk.Case(1).Level, Is.EqualTo(1));
    }

    [Test]
    public async Task A_copy_moves_no_clock_and_nothing_else_of_the_case()
    {
        await desk.Say(Haulier, Held, way: Bot);
        var (about, dues) = (desk.Case(1), desk.DueNames());
        desk.Sleep(TimeSpan.FromMinutes(30));

        await desk.Say(Haulier, Held, way: Archive, late: TimeSpan.FromMinutes(30));

        Assert.That(desk.Case(1), Is.SameAs(about));
        Assert.That(desk.DueNames(), Is.EqualTo(dues));
    }

    [Test]
    public async Task A_copy_that_came_first_by_a_slow_way_gives_the_order()
    {
        await desk.Say(Haulier, Held, way: Archive, late: TimeSpan.FromSeconds(20));

        await desk.Say(Haulier, Held, way: Bot);

        Assert.That(desk.Case(1).PostedAt, Is.EqualTo(desk.Now.AddSeconds(-20)));
    }
}
