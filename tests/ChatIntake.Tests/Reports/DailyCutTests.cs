using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Reports;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Reports;

internal sealed class DailyCutTests
{
    private static readonly TimeSpan UntilCut = TimeSpan.FromHours(9.5);

    private TestDesk desk = null!;

    [SetUp]
    public async Task Open() => desk = await TestDesk.Open();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task The_day_is_cut_at_half_past_five_and_told_to_every_enterprise_group_and_the_staff()
    {
        await desk.Say(Haulier, Held);

        var cut = (await desk.Pass(UntilCut)).Single(h => h.Has<DayCut>());

        Assert.That(cut.The<DayCut>().Report.Day, Is.EqualTo(new DateOnly(2020, 2, 24)));
        Assert.That(cut.Notices.Select(n => (n.Template, n.Audience, n.Pace)), Is.EquivalentTo(new[]
        {
            ("daily", Audience.Of(desk.Group(TestDesk.City)), Pace.Now), ("daily", Audience.Of(desk.Group(TestDesk.Park)), Pace.Now), ("daily", Audience.Staff, Pace.Now),
        }));
        Assert.That(desk.DueNames(), Has.Some.Contains("/cut/2020-02-25"));
    }

    [Test]
    public async Task The_report_counts_what_the_day_brought()
    {
        await desk.Say(Haulier, Held);
        await desk.Say(Hirer, Hiring);
        await desk.Say(Potter, Blackout);
        await desk.Say(Founder, Loan);
        await desk.Command("不是问题 2");
        await desk.Command("办结 4");
        await desk.Command("撤销");
        await desk.Command("办结 4");
        await desk.Say(Haulier, HeldTakenBack);
        await desk.Say(Stranger, Talk);
        await desk.Command("登记", Talk);
        await desk.Command("撤销");
        await desk.Pass(UntilCut);

        var report = Report();

        Assert.That(report.OpenBefore, Is.Zero);
        Assert.That(report.Moves, Is.EqualTo(new DayMoves { New = 5, UndoneClosings = 1, Resolved = 2, Withdrawn = 1, Refused = 1, UndoneOpenings = 1 }));
        Assert.That(report.OpenNow, Is.EqualTo(1));
        Assert.That(report.Overdue, Is.EqualTo(1));
        Assert.That(report.NeedDecision, Is.EqualTo(new[] { new CaseId(3) }));
        Assert.That(report.Categories.Sum(c => c.New), Is.EqualTo(report.Moves.New));
        Assert.That(report.Categories.Sum(c => c.Resolved), Is.EqualTo(report.Moves.Resolved));
        Assert.That(report.Categories.Sum(c => c.Open), Is.EqualTo(report.OpenNow));
    }

    [Test]
    public async Task What_stays_open_is_where_the_next_day_begins()
    {
        await desk.Say(Haulier, Held);
        await desk.Pass(UntilCut);
        await desk.Command("办结 1");
        await desk.Say(Hirer, Hiring);

        await desk.Pass(TimeSpan.FromDays(1));

        Assert.That((Report().OpenBefore, Report().Moves.New, Report().Moves.Resolved, Report().OpenNow), Is.EqualTo((1, 1, 1, 1)));
    }

    [Test]
    public async Task A_closing_undone_after_the_cut_counts_on_the_new_day()
    {
        await desk.Say(Haulier, Held);
        await desk.Pass(UntilCut - TimeSpan.FromMinutes(1));
        await desk.Command("办结 1");
        await desk.Pass(TimeSpan.FromMinutes(2));
        await desk.Command("撤销");

        await desk.Pass(TimeSpan.FromDays(1));

        Assert.That((Report().OpenBefore, Report().Moves.UndoneClosings, Report().OpenNow), Is.EqualTo((0, 1, 1)));
    }

    [Test]
    public async Task The_resumption_rate_is_by_tier_and_what_was_said_outranks_the_roster()
    {
        await desk.Pass(UntilCut);
        var before = Report().Resumption;
        await desk.Command("停工 榕峰");
        await desk.Command("复工 清榕春 28");
        await desk.Pass(TimeSpan.FromDays(1));
        var after = Report().Resumption;

        foreach (var (tier, change) in new[] { ("重点", -1), ("规上", 0), ("其他", 1) })
        {
            var listed = desk.Roster.Enterprises.Where(e => e.Tier == tier).ToList();
            Assert.That(before.Single(t => t.Tier == tier), Is.EqualTo(new TierResumption(tier, listed.Count(e => e.Resumption is "已复工" or "满产"), listed.Count)));
            Assert.That(after.Single(t => t.Tier == tier).Resumed - before.Single(t => t.Tier == tier).Resumed, Is.EqualTo(change), tier);
        }
    }

    [Test]
    public async Task A_cut_made_up_for_after_an_outage_is_told_to_the_staff_only_and_each_day_is_cut_once()
    {
        await desk.Say(Haulier, Held);
        desk.Sleep(UntilCut + TimeSpan.FromDays(1) + TimeSpan.FromHours(3));

        var cuts = new List<Heeded>();
        while (await desk.Tick() is { Count: > 0 } ticks) cuts.AddRange(ticks.Where(h => h.Has<DayCut>()));

        Assert.That(cuts.Select(c => c.The<DayCut>().Report.Day.Day), Is.EqualTo(new[] { 24, 25 }));
        Assert.That(cuts.SelectMany(c => c.Notices).Select(n => n.Audience), Has.All.EqualTo(Audience.Staff));
    }

    [Test]
    public async Task A_day_that_does_not_add_up_is_told_to_the_staff_only_with_the_cases_that_disagree()
    {
        await desk.Say(Haulier, Held);
        await desk.Say(Hirer, Hiring);
        var closed = desk.Case(2) with { Parts = [.. desk.Case(2).Parts.Select(p => p with { Stage = Stage.Resolved })] };
        var tampered = desk.State with { Cases = desk.State.Cases.SetItem(2, closed) };

        var decision = Cut(tampered);

        Assert.That(decision.Facts.OfType<DayUnbalanced>().Single().Disagreeing, Is.EqualTo(new[] { new CaseId(2) }));
        Assert.That(decision.Facts.OfType<DayCut>(), Is.Empty);
        Assert.That(decision.Notices.Select(n => (n.Template, n.Audience)), Is.EqualTo(new[] { ("daily.unbalanced", Audience.Staff) }));
        Assert.That(decision.Notices.Single().Args.Cases!.Select(c => c.Case), Is.EqualTo(new[] { new CaseId(2) }));
    }

    [Test]
    public async Task Cases_that_disagree_are_found_even_if_the_numbers_add_up()
    {
        await desk.Say(Haulier, Held);
        await desk.Say(Hirer, Hiring);
        await desk.Command("办结 1");
        CaseState With(long number, Stage stage) => desk.Case(number) with { Parts = [.. desk.Case(number).Parts.Select(p => p with { Stage = stage })] };
        var tampered = desk.State with { Cases = desk.State.Cases.SetItem(1, With(1, Stage.InHand)).SetItem(2, With(2, Stage.Resolved)) };

        Assert.That(Cut(tampered).Facts.OfType<DayUnbalanced>().Single().Disagreeing, Is.EqualTo(new[] { new CaseId(1), new CaseId(2) }));
    }

    [Test]
    public async Task A_day_is_cut_once()
    {
        await desk.Pass(UntilCut);

        Assert.That(Cut(desk.State).Facts, Is.Empty);
    }

    private Decision Cut(DeskState state) => Decider.Decide(
        state, new CutInput { Id = new InputId(1000), PostedAt = desk.Now, RecordedAt = desk.Now, Day = new DateOnly(2020, 2, 24) }, desk.Runner.Rules, (IWords)desk.Runner.Words);

    private DayReport Report() => desk.Journal().Select(f => f.Body).OfType<DayCut>().Last().Report;
}
