using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Tests.Desk;
using ChatIntake.Triage;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases;

internal sealed class OpeningTests
{
    [Test]
    public async Task A_report_opens_a_case_that_says_what_it_is_whose_and_who_leads()
    {
        await using var desk = await TestDesk.Open();

        var said = await desk.Say(Haulier, Held);

        var about = desk.Case(1);
        Assert.That(said.The<CaseOpened>().Case, Is.EqualTo(new CaseId(1)));
        Assert.That(about.Parts.Single().Topic, Is.EqualTo(new Topic("transport.held")));
        Assert.That(about.Parts.Single().Stage, Is.EqualTo(Stage.AwaitingAcceptance));
        Assert.That(about.Parts.Single().Lead, Is.EqualTo(desk.Office("D02").Id));
        Assert.That(about.Urgency, Is.EqualTo(Urgency.Urgent));
        Assert.That(about.Enterprise, Is.EqualTo(desk.Firm("榕峰").Id));
        Assert.That(about.Reporter, Is.EqualTo(desk.Member(Haulier)));
        Assert.That(about.Group, Is.EqualTo(desk.Group(TestDesk.City)));
        Assert.That(about.Messages, Is.EqualTo(new[] { said.Message }));
    }

    [Test]
    public async Task Cases_are_numbered_in_the_order_of_their_reports_across_the_groups()
    {
        await using var desk = await TestDesk.Open();

        await desk.Say(Haulier, Held);
        await desk.Say(Hirer, Hiring, group: TestDesk.Park);
        await desk.Say(Potter, Blackout);

        Assert.That(desk.State.Cases.Values.Select(c => c.Enterprise), Is.EqualTo(new EnterpriseId?[] { desk.Firm("榕峰").Id, desk.Firm("嘉讯").Id, desk.Firm("玉龙").Id }));
    }

    [TestCase(Potter, Blackout, "contact 30", "signFor 60", "done 1440")]
    [TestCase(Haulier, Held, "contact 60", "signFor 120", "done 4320")]
    [TestCase(Hirer, Hiring, "contact 240", "signFor 240", "interim 4320", "done 10080")]
    public async Task Clocks_run_from_posting_by_urgency(string who, string what, params string[] minutes)
    {
        await using var desk = await TestDesk.Open();
        var posted = desk.Now.AddMinutes(-5);

        await desk.Say(who, what, late: TimeSpan.FromMinutes(5));

        Assert.That(
            desk.Case(1).Parts.Single().Clocks.Select(c => $"{char.ToLowerInvariant(c.Kind.ToString()[0])}{c.Kind.ToString()[1..]} {(c.Due - posted).TotalMinutes}"),
            Is.EqualTo(minutes));
        Assert.That(desk.Case(1).Parts.Single().Clocks, Has.All.Property(nameof(CaseClock.Running)).True);
    }

    [Test]
    public async Task Several_problems_of_a_message_are_parts_of_one_case_each_with_its_department_and_clocks()
    {
        await using var desk = await TestDesk.Open();

        await desk.Say(Hirer, "反映两个问题:1、我们招不到工人,普工缺口180个;2、车间停电了,供电线路坏了没人修");

        var about = desk.State.Cases.Values.Single();
        Assert.That(about.Parts.Select(p => (p.Number, p.Topic.Code)), Is.EqualTo(new[] { (1, "labour.hiring"), (2, "utilities.power") }));
        Assert.That(about.Parts.Select(p => p.Lead), Is.EqualTo(new DepartmentId?[] { desk.Office("D03").Id, desk.Office("D09").Id }));
        Assert.That(about.Parts, Has.All.Property(nameof(CasePart.Clocks)).Not.Empty);
    }

    [Test]
    public async Task A_due_time_that_had_passed_when_the_report_was_recorded_is_missed_without_a_notice_of_its_own()
    {
        await using var desk = await TestDesk.Open();

        var said = await desk.Say(Potter, Blackout, late: TimeSpan.FromMinutes(45));
        var later = await desk.Pass(TimeSpan.FromMinutes(1));

        var clocks = desk.Case(1).Parts.Single().Clocks;
        Assert.That(clocks.Where(c => c.MissedAt is not null).Select(c => c.Kind), Is.EqualTo(new[] { ClockKind.Contact }));
        Assert.That(desk.Case(1).Overdue, Is.True);
        Assert.That(said.Notices.Concat(later.SelectMany(h => h.Notices)).Select(n => n.Template), Has.None.StartsWith("clock."));
        Assert.That(later, Is.Empty);
    }

    [Test]
    public async Task The_receipt_waits_for_the_end_of_the_burst_and_danger_does_not()
    {
        await using var desk = await TestDesk.Open();

        var plain = await desk.Say(Haulier, Held);
        var danger = await desk.Say(Potter, Blackout);

        Assert.That(plain.The("receipt").NotBefore, Is.EqualTo(desk.Now.AddSeconds(30)));
        Assert.That(danger.The("receipt").NotBefore, Is.EqualTo(desk.Now));
        Assert.That(danger.The("case.critical").Audience, Is.EqualTo(Audience.Staff));
    }

    [TestCase(600, true)]
    [TestCase(601, false)]
    public async Task A_message_recorded_more_than_ten_minutes_after_posting_is_processed_and_not_answered(int seconds, bool answered)
    {
        await using var desk = await TestDesk.Open();

        var said = await desk.Say(Hirer, Hiring, late: TimeSpan.FromSeconds(seconds));

        Assert.That(said.The<MessageHeard>().Late, Is.EqualTo(!answered));
        Assert.That(said.Has<CaseOpened>(), Is.True);
        Assert.That(said.Notices.Any(n => n.Audience == Audience.Of(desk.Group(TestDesk.City))), Is.EqualTo(answered));
    }

    [Test]
    public async Task A_late_command_is_listed_for_confirmation_and_not_obeyed()
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);

        var said = await desk.Say(TestDesk.Bureau, "@小企 办结 1", late: TimeSpan.FromMinutes(11));

        Assert.That(said.Facts.Select(f => f.GetType()), Is.EqualTo(new[] { typeof(MessageHeard), typeof(CommandListed) }));
        Assert.That(desk.Case(1).Stage, Is.EqualTo(Stage.AwaitingAcceptance));
        Assert.That(said.Notices.Select(n => (n.Template, n.Audience)), Is.EqualTo(new[] { ("command.listed", Audience.Staff) }));
    }

    [Test]
    public async Task A_late_command_of_an_enterprise_is_content_and_nothing_else()
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);

        var said = await desk.Say(Haulier, "@小企 办结 1", late: TimeSpan.FromMinutes(11));

        Assert.That(said.Has<CommandRefused>() || said.Has<CommandObeyed>() || said.Has<CommandListed>(), Is.False);
    }

    [Test]
    public async Task Staff_are_asked_once_who_a_stranger_is()
    {
        await using var desk = await TestDesk.Open();

        var first = await desk.Say(Stranger, Anonymous);
        await desk.Pass(TimeSpan.FromDays(1));
        var second = await desk.Say(Stranger, Hiring);

        Assert.That(desk.Case(1).Enterprise, Is.Null);
        Assert.That(first.Has<StrangerMet>(), Is.True);
        Assert.That(first.The("stranger.met").Audience, Is.EqualTo(Audience.Staff));
        Assert.That(first.The("receipt").Args.Case, Is.EqualTo(new CaseId(1)));
        Assert.That(second.Has<CaseOpened>(), Is.True);
        Assert.That(second.Has<StrangerMet>(), Is.False);
        Assert.That(second.Notices.Select(n => n.Template), Is.EquivalentTo(new[] { "receipt", "case.unclaimed" }));
    }

    [Test]
    public async Task An_unknown_group_is_heard_and_staff_are_told_once()
    {
        await using var desk = await TestDesk.Open();

        var first = await desk.Say(Haulier, Held, group: "新拉的群");
        var second = await desk.Say(Haulier, Talk, group: "新拉的群");

        Assert.That(first.Has<CaseOpened>(), Is.True);
        Assert.That(first.The("group.met").Audience, Is.EqualTo(Audience.Staff));
        Assert.That(second.Has<GroupMet>(), Is.False);
        Assert.That(second.Notices, Is.Empty);
    }

    [Test]
    public async Task Talk_leaves_a_fact_and_opens_nothing()
    {
        await using var desk = await TestDesk.Open();

        var said = await desk.Say(Haulier, Talk);

        Assert.That(said.Facts.Single(), Is.InstanceOf<MessageHeard>());
        Assert.That(desk.State.Cases, Is.Empty);
    }
}
