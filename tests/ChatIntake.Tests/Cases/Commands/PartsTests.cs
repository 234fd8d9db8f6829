using ChatIntake.Cases;
using ChatIntake.Notices;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

/// <summary>A case of two parts: 人社局 leads the first, 供电局 the second.</summary>
internal sealed class PartsTests
{
    private const string TwoProblems = "反映两个问题:1、我们招不到工人,普工缺口180个;2、车间停电了,供电线路坏了没人修";
    private const string Labour = "人社局 夏姐";
    private const string Power = "供电局 谢工";

    private TestDesk desk = null!;

    [SetUp]
    public async Task Open()
    {
        desk = await TestDesk.Open();
        await desk.Say(Hirer, TwoProblems);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task Each_department_gets_its_own_order()
    {
        var said = await desk.Command("受理 1");

        Assert.That(
            said.Notices.Where(n => n.Template == "order").Select(n => (n.Audience, n.Args.Part)),
            Is.EqualTo(new[] { (Audience.Of(desk.Office("D03").Id), (int?)1), (Audience.Of(desk.Office("D09").Id), (int?)2) }));
    }

    [Test]
    public async Task A_department_signs_for_and_resolves_its_own_part_only()
    {
        await desk.Command("受理 1");
        await desk.Command("签收 1", by: Labour);
        Assert.That(Stages(), Is.EqualTo(new[] { Stage.InHand, Stage.AwaitingSignature }));

        await desk.Command("办结 1", by: Labour);

        Assert.That(Stages(), Is.EqualTo(new[] { Stage.Resolved, Stage.AwaitingSignature }));
        Assert.That(desk.Case(1).Open, Is.True);
    }

    [Test]
    public async Task A_case_is_resolved_with_its_last_part()
    {
        await desk.Command("受理 1");
        await desk.Command("办结 1", by: Labour);

        await desk.Command("办结 1", by: Power);

        Assert.That(desk.Case(1).Stage, Is.EqualTo(Stage.Resolved));
        Assert.That(desk.Case(1).EndedAt, Is.EqualTo(desk.Now));
    }

    [Test]
    public async Task The_answer_names_the_department_that_signed()
    {
        await desk.Command("受理 1");

        var said = await desk.Command("签收 1", by: Power);

        Assert.That(said.The("done.sign").Args.Department, Is.EqualTo(desk.Office("D09").Id));
    }

    [Test]
    public async Task A_department_that_has_signed_is_told_what_it_may_still_do_and_not_what_the_other_may()
    {
        await desk.Command("受理 1");
        await desk.Command("签收 1", by: Labour);

        var said = await desk.Command("签收 1", by: Labour);

        Assert.That(said.The("refused.illegal").Args.Verbs, Is.EqualTo(new[] { "回复", "办结", "查询" }));
    }

    [Test]
    public async Task An_answer_of_one_department_keeps_no_promise_of_the_other()
    {
        await desk.Command("回复 1 明天来招聘会", by: Labour);

        var contact = desk.Case(1).Parts.Select(p => p.Clocks.Single(c => c.Kind == ClockKind.Contact).MetAt is not null);
        Assert.That(contact, Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task The_desk_resolves_all_parts_at_once()
    {
        await desk.Command("办结 1");

        Assert.That(Stages(), Is.EqualTo(new[] { Stage.Resolved, Stage.Resolved }));
    }

    private IEnumerable<Stage> Stages() => desk.Case(1).Parts.Select(p => p.Stage);
}
