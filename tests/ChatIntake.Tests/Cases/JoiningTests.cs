using ChatIntake.Cases;
using ChatIntake.Notices;
using ChatIntake.Tests.Desk;
using ChatIntake.Triage;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases;

internal sealed class JoiningTests
{
    private static readonly Dictionary<Stage, string[]> Ways = new()
    {
        [Stage.AwaitingAcceptance] = [],
        [Stage.AwaitingSignature] = ["受理 1"],
        [Stage.InHand] = ["受理 1", "签收 1"],
        [Stage.Resolved] = ["受理 1", "签收 1", "办结 1"],
    };

    [Test]
    public async Task What_an_enterprise_adds_joins_its_case()
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);

        var said = await desk.Say(Haulier, HeldStill);

        Assert.That(said.The<CaseJoined>().Message, Is.EqualTo(said.Message));
        Assert.That(desk.Case(1).Messages, Has.Length.EqualTo(2));
        Assert.That(desk.State.Cases, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_another_member_of_the_enterprise_adds_in_another_group_joins_too()
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);

        await desk.Say(HaulierBoss, HeldStill, group: TestDesk.Park);

        Assert.That(desk.State.Cases, Has.Count.EqualTo(1));
        Assert.That(desk.Case(1).Messages, Has.Length.EqualTo(2));
        Assert.That(desk.Case(1).Group, Is.EqualTo(desk.Group(TestDesk.City)));
    }

    [Test]
    public async Task A_case_that_grows_worse_gets_the_shorter_promises_and_no_longer_one()
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Hirer, "车间停电了,请供电局帮忙看看");
        var before = desk.Case(1).Parts.Single().Clocks;
        await desk.Pass(TimeSpan.FromMinutes(5));

        var said = await desk.Say(Hirer, "补充一下:停电现在全厂停产了,马上派人来");

        var after = desk.Case(1).Parts.Single().Clocks;
        Assert.That(said.Has<CaseRaised>(), Is.True);
        Assert.That(desk.Case(1).Urgency, Is.EqualTo(Urgency.Critical));
        Assert.That(after.Zip(before), Has.All.Matches<(CaseClock After, CaseClock Before)>(c => c.After.Due <= c.Before.Due));
        Assert.That(after.Single(c => c.Kind == ClockKind.Contact).Due, Is.EqualTo(desk.Now.AddMinutes(30)));
        Assert.That(said.The("case.raised").Audience, Is.EqualTo(Audience.Staff));
    }

    [Test]
    public async Task A_promise_kept_or_broken_is_not_shortened()
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Hirer, "车间停电了,请供电局帮忙看看");
        await desk.Command("受理 1");
        var met = desk.Case(1).Parts.Single().Clocks.Single(c => c.Kind == ClockKind.Contact);

        await desk.Say(Hirer, "补充一下:停电现在全厂停产了,马上派人来");

        Assert.That(desk.Case(1).Urgency, Is.EqualTo(Urgency.Critical));
        Assert.That(desk.Case(1).Parts.Single().Clocks.Single(c => c.Kind == ClockKind.Contact), Is.EqualTo(met));
    }

    [TestCase(Stage.AwaitingAcceptance)]
    [TestCase(Stage.AwaitingSignature)]
    [TestCase(Stage.InHand)]
    [TestCase(Stage.Resolved)]
    public async Task An_enterprise_that_says_solved_confirms_its_case(Stage from)
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
        foreach (var command in Ways[from]) await desk.Command(command);
        Assert.That(desk.Case(1).Stage, Is.EqualTo(from));
        await desk.Pass(TimeSpan.FromMinutes(30));

        var said = await desk.Say(Haulier, HeldOver);

        Assert.That(said.Has<CaseConfirmed>(), Is.True);
        Assert.That(desk.Case(1).Stage, Is.EqualTo(Stage.Confirmed));
        Assert.That(desk.Case(1).Parts.Single().Clocks, Has.All.Property(nameof(CaseClock.MetAt)).Not.Null);
        Assert.That(said.The("case.confirmed").Pace, Is.EqualTo(Pace.Burst));
    }

    [TestCase(Stage.AwaitingAcceptance)]
    [TestCase(Stage.AwaitingSignature)]
    [TestCase(Stage.InHand)]
    public async Task An_enterprise_takes_its_report_back(Stage from)
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
        foreach (var command in Ways[from]) await desk.Command(command);
        await desk.Pass(TimeSpan.FromMinutes(5));

        var said = await desk.Say(Haulier, HeldTakenBack);

        Assert.That(said.Has<CaseWithdrawn>(), Is.True);
        Assert.That(desk.Case(1).Stage, Is.EqualTo(Stage.Withdrawn));
        Assert.That(desk.DueNames(), Has.None.Contains("/case/1/"));
    }

    [Test]
    public async Task An_ended_case_lets_a_new_trouble_open_another()
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
        await desk.Say(Haulier, HeldOver);
        await desk.Pass(TimeSpan.FromHours(2));

        await desk.Say(Haulier, Hiring);

        Assert.That(desk.State.Cases.Values.Select(c => c.Stage), Is.EqualTo(new[] { Stage.Confirmed, Stage.AwaitingAcceptance }));
    }
}
