using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Escalation;

internal sealed class ClockTests
{
    private TestDesk desk = null!;

    [SetUp]
    public async Task Open()
    {
        desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task A_miss_is_told_to_the_staff_and_the_group_with_the_next_level()
    {
        var missed = (await desk.Pass(TimeSpan.FromHours(1))).Single();

        Assert.That(missed.The<ClockMissed>(), Is.EqualTo(new ClockMissed(new CaseId(1), 1, ClockKind.Contact, desk.Now)));
        Assert.That(missed.Notices.Select(n => (n.Template, n.Audience, n.Pace, n.Args.Level)), Is.EqualTo(new[]
        {
            ("clock.missed", Audience.Staff, Pace.Now, (int?)1), ("clock.missed.group", Audience.Of(desk.Group(TestDesk.City)), Pace.Burst, 1),
        }));
        Assert.That(Render(missed.The("clock.missed.group")), Does.Contain("下一级:责任单位负责人"));
        Assert.That(desk.Case(1).Overdue, Is.True);
    }

    [Test]
    public async Task The_group_is_told_that_a_department_was_urged_only_if_it_was()
    {
        var waiting = (await desk.Pass(TimeSpan.FromHours(1))).Single();
        await desk.Command("受理 1");
        var ordered = (await desk.Pass(TimeSpan.FromHours(1))).Single();

        Assert.That(Render(waiting.The("clock.missed.group")), Does.Not.Contain("已催"));
        Assert.That(Render(ordered.The("clock.missed.group")), Does.Contain("超过签收时限,已催市公安局交通警察大队"));
        Assert.That(ordered.The("case.urged").Audience, Is.EqualTo(Audience.Of(desk.Office("D02").Id)));
    }

    [Test]
    public async Task The_next_level_of_an_escalated_case_is_the_one_above_by_name()
    {
        await desk.Command("升级 1");

        var missed = (await desk.Pass(TimeSpan.FromHours(1))).Single();

        Assert.That(Render(missed.The("clock.missed")), Does.Contain("下一级:市级领导(卓副市长、市政府办 丁主任)"));
    }

    [Test]
    public async Task A_promise_kept_in_time_is_not_missed()
    {
        await desk.Command("受理 1");
        await desk.Command("签收 1");

        Assert.That((await desk.Pass(TimeSpan.FromHours(9))).SelectMany(h => h.Facts).OfType<ClockMissed>(), Is.Empty);
        Assert.That(desk.Case(1).Overdue, Is.False);
    }

    [Test]
    public async Task A_miss_that_is_made_good_is_overdue_no_longer()
    {
        await desk.Pass(TimeSpan.FromHours(1));

        await desk.Command("受理 1");

        Assert.That(desk.Case(1).Overdue, Is.False);
    }

    [TestCase("办结 1")]
    [TestCase("不是问题 1")]
    public async Task An_ended_case_has_no_clock_running(string command)
    {
        await desk.Command(command);

        Assert.That(desk.DueNames(), Has.None.Contains("/case/1/"));
        Assert.That((await desk.Pass(TimeSpan.FromDays(5))).Any(h => h.Has<ClockMissed>()), Is.False);
    }

    [TestCase(1, 1, ClockKind.Contact, 2)]
    [TestCase(1, 1, ClockKind.Interim, 1)]
    [TestCase(1, 2, ClockKind.Contact, 1)]
    [TestCase(9, 1, ClockKind.Contact, 1)]
    public async Task A_tick_for_what_is_not_there_changes_nothing(int about, int part, ClockKind clock, int revision)
    {
        Assert.That((await Tick(about, part, clock, revision)).Envelopes, Is.Empty);
    }

    [Test]
    public async Task A_tick_that_waits_while_its_promise_is_kept_changes_nothing()
    {
        await desk.Command("受理 1");

        Assert.That((await Tick(1, 1, ClockKind.Contact, 1)).Envelopes, Is.Empty);
    }

    [Test]
    public async Task A_tick_for_a_due_time_that_was_moved_changes_nothing()
    {
        await desk.Say(Potter, "车间停电了,请供电局帮忙看看");
        await desk.Say(Potter, "补充一下:停电现在全厂停产了,马上派人来");
        Assert.That(desk.Case(2).Parts.Single().Clocks[0].Revision, Is.EqualTo(2));

        Assert.That((await Tick(2, 1, ClockKind.Contact, 1)).Envelopes, Is.Empty);
        Assert.That((await Tick(2, 1, ClockKind.Contact, 2)).Has<ClockMissed>(), Is.True);
    }

    [Test]
    public async Task A_clock_is_missed_once()
    {
        await desk.Pass(TimeSpan.FromHours(1));

        Assert.That((await Tick(1, 1, ClockKind.Contact, 1)).Envelopes, Is.Empty);
    }

    [Test]
    public async Task A_promise_that_an_undo_opens_again_is_still_watched()
    {
        desk.Sleep(TimeSpan.FromMinutes(59));
        await desk.Command("受理 1");
        desk.Sleep(TimeSpan.FromMinutes(2));

        await desk.Command("撤销");

        Assert.That((await desk.Tick()).Single().The<ClockMissed>().Clock, Is.EqualTo(ClockKind.Contact));
    }

    [Test]
    public async Task A_promise_that_an_undo_opens_again_is_watched_even_if_its_tick_had_come_while_it_was_kept()
    {
        desk.Sleep(TimeSpan.FromHours(1));
        await desk.Together(
            () => desk.Receive(TestDesk.Bureau, "@小企 受理 1"),
            () => Ticker.Tick(desk.Store, TestDesk.Id, desk.Now));
        Assert.That(desk.Case(1).Overdue, Is.False);

        await desk.Command("撤销");

        Assert.That((await desk.Tick()).Single().The<ClockMissed>().Clock, Is.EqualTo(ClockKind.Contact));
    }

    [Test]
    public async Task A_case_is_raised_level_by_level_to_the_top_and_no_further()
    {
        var levels = new List<string>();
        for (var i = 0; i < 4; i++) levels.Add(Render((await desk.Command("升级 1")).The("case.escalated")));
        var beyond = await desk.Command("升级 1");

        Assert.That(levels.Select(l => l.Split("升级到")[1].Split(':')[0]), Is.EqualTo(new[]
        {
            "责任单位负责人(交警大队 周大队)", "市级领导(卓副市长、市政府办 丁主任)", "州级领导(州工信局 苗处)", "省级领导(省工信厅 联络员-郎)",
        }));
        Assert.That(beyond.The<CommandRefused>().Code, Is.EqualTo("top-level"));
        Assert.That(desk.Case(1).Level, Is.EqualTo(4));
        Assert.That(beyond.The("refused.top-level").Args.Level, Is.EqualTo(4));
    }

    private string Render(NoticeRow row) => new NoticeRenderer(desk.Runner.Rules.Texts, new NoticeSlots(
        desk.Runner.Rules, desk.Runner.Words, desk.Runner.Rules.Roster.Groups.First(g => g.Kind == GroupKind.Staff).Id, text => text))
        .Render(new Notice(row.Audience, row.Template, row.Args, row.Pace));

    private async Task<Heeded> Tick(int about, int part, ClockKind clock, int revision)
    {
        await desk.Store.Write(transaction => Inbox.Append(
            transaction, TestDesk.Id,
            new InboxRow
            {
                Kind = InputKind.Tick, OuterId = $"test-tick|{Inbox.Last(transaction, TestDesk.Id).Value}", PostedAt = desk.Now, Case = new CaseId(about), Part = part, Clock = clock, Revision = revision,
            },
            null, desk.Now));
        return await desk.Decide();
    }
}
