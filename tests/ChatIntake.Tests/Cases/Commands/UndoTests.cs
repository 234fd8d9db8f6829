using ChatIntake.Cases;
using ChatIntake.Cases.Commands;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

internal sealed class UndoTests
{
    private TestDesk desk = null!;

    [SetUp]
    public async Task Open()
    {
        desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
        await desk.Say(Stranger, Anonymous);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    private static readonly (Verb Verb, string Before, string Text)[] Undoable =
    [
        (Verb.Accept, "", "受理 1"), (Verb.Claim, "", "认领 2 大青山"), (Verb.Dispatch, "", "派单 1 交通局"), (Verb.Dispatch, "受理 1", "派单 1 交通局"),
        (Verb.Sign, "受理 1", "签收 1"), (Verb.Answer, "", "回复 1 已联系"), (Verb.Answer, "受理 1", "回复 1 已联系"), (Verb.Resolve, "", "办结 1"),
        (Verb.Resolve, "受理 1", "办结 1 放行了"), (Verb.Urge, "", "催办 1"), (Verb.Escalate, "", "升级 1"), (Verb.Escalate, "升级 1", "升级 1"), (Verb.Dismiss, "", "不是问题 1"),
        (Verb.Dismiss, "受理 1", "不是问题 1"), (Verb.Refile, "", "改类 1 贷款融资"), (Verb.Refile, "受理 1", "改类 1 贷款融资"), (Verb.Resume, "", "复工 榕丰 100人"), (Verb.Resume, "停工 榕丰", "复工 榕丰 100人"), (Verb.Stop, "", "停工 榕丰"),
        (Verb.Stop, "复工 榕丰 50", "停工 榕丰"), (Verb.AddWord, "", "加词 磷石膏 派工单"), (Verb.AddWord, "加词 磷石膏", "加词 磷石膏 派工单"), (Verb.RemoveWord, "加词 磷石膏 派工单", "删词 磷石膏"),
    ];

    [Test]
    public void Every_undoable_verb_is_tried_here_unless_it_asks_for_a_message_that_is_quoted() =>
        Assert.That(Undoable.Select(u => u.Verb).Distinct(), Is.EquivalentTo(CommandTable.Rows.Where(r => r.CanBeUndone && r.Verb is not (Verb.Register or Verb.Pass or Verb.Join or Verb.Split)).Select(r => r.Verb)));

    [TestCaseSource(nameof(Undoable))]
    public async Task What_stood_before_a_command_comes_back_exactly((Verb Verb, string Before, string Text) undoable)
    {
        if (undoable.Before.Length > 0) await desk.Command(undoable.Before, by: TestDesk.Clerk);
        await desk.Pass(TimeSpan.FromMinutes(1));
        var before = Snapshot();

        Assert.That((await desk.Command(undoable.Text)).The<CommandObeyed>().Verb, Is.EqualTo(CommandTable.Row(undoable.Verb).Name));
        await desk.Pass(TimeSpan.FromMinutes(9));
        var said = await desk.Command("撤销");

        Assert.That(said.Has<CommandUndone>(), Is.True);
        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "done.undo" }));
        Assert.That(Snapshot(), Is.EqualTo(before));
        AssertReplay();
    }

    [TestCase("受理 1", "签收 1", false)]
    [TestCase("", "受理 1", true)]
    [TestCase("", "派单 1 交通局", true)]
    [TestCase("", "催办 1", false)]
    public async Task A_department_learns_of_an_order_that_is_taken_back_and_of_nothing_else(string before, string command, bool told)
    {
        if (before.Length > 0) await desk.Command(before, by: TestDesk.Clerk);
        await desk.Command(command);
        var said = await desk.Command("撤销");
        Assert.That(said.Notices.Count(n => n.Template == "order.withdrawn" && n.Audience.Kind == AudienceKind.Department), Is.EqualTo(told ? 1 : 0));
    }

    [Test]
    public async Task A_department_learns_that_its_order_went_to_another_or_was_ended_by_somebody_else()
    {
        await desk.Command("派单 1 交警大队");
        var moved = await desk.Command("派单 1 市监局");
        var ended = await desk.Command("不是问题 1");
        Assert.Multiple(() =>
        {
            Assert.That(moved.Notices.Count(n => n.Template == "order.withdrawn" && n.Args.Stage is null), Is.EqualTo(1));
            Assert.That(ended.Notices.Single(n => n.Template == "order.withdrawn").Args.Stage, Is.EqualTo(Stage.Refused));
        });
    }

    [Test]
    public async Task Several_commands_of_a_message_are_taken_back_as_a_whole()
    {
        var before = Snapshot();
        await desk.Command("受理 1 签收 1\n办结 1\n复工 榕丰 5\n不是问题 2");
        Assert.That(desk.Case(1).Stage, Is.EqualTo(Stage.Resolved));

        await desk.Command("撤销");

        Assert.That(Snapshot(), Is.EqualTo(before));
        AssertReplay();
    }

    [Test]
    public async Task An_undo_counts_for_its_giver_only()
    {
        await desk.Command("受理 1");

        Assert.That((await desk.Command("撤销", by: TestDesk.Clerk)).The<CommandRefused>().Code, Is.EqualTo("nothing-to-undo"));
        Assert.That(desk.Case(1).Stage, Is.EqualTo(Stage.AwaitingSignature));
    }

    [Test]
    public async Task A_second_undo_finds_nothing()
    {
        await desk.Command("受理 1");
        await desk.Command("撤销");

        Assert.That((await desk.Command("撤销")).The<CommandRefused>().Code, Is.EqualTo("nothing-to-undo"));
    }

    [TestCase(600, true)]
    [TestCase(601, false)]
    public async Task An_undo_is_too_late_after_ten_minutes(int seconds, bool inTime)
    {
        await desk.Command("受理 1");
        await desk.Pass(TimeSpan.FromSeconds(seconds));

        var said = await desk.Command("撤销");

        Assert.That(said.Has<CommandUndone>(), Is.EqualTo(inTime));
        if (!inTime) Assert.That(said.The<CommandRefused>().Code, Is.EqualTo("undo-too-late"));
    }

    [TestCase("签收 1", "交警聂警官")]
    [TestCase("催办 1", TestDesk.Leader)]
    public async Task An_undo_is_refused_once_others_have_built_on_the_command(string then, string by)
    {
        await desk.Command("受理 1");
        await desk.Command(then, by: by);
        var before = desk.CaseBytes(1);

        var said = await desk.Command("撤销");

        Assert.That(said.The<CommandRefused>(), Is.EqualTo(new CommandRefused(said.Message, desk.Member(TestDesk.Bureau), "撤销", "built-on", new CaseId(1))));
        Assert.That(desk.CaseBytes(1), Is.EqualTo(before));
    }

    [Test]
    public async Task An_undo_is_refused_once_the_enterprise_has_spoken()
    {
        await desk.Command("受理 1");
        await desk.Say(Haulier, HeldStill);

        Assert.That((await desk.Command("撤销")).The<CommandRefused>().Code, Is.EqualTo("built-on"));
    }

    [Test]
    public async Task A_resumption_that_somebody_else_has_told_anew_stays()
    {
        await desk.Command("复工 榕丰 5");
        await desk.Command("复工 榕丰 50", by: TestDesk.Clerk);

        Assert.That((await desk.Command("撤销")).The<CommandRefused>().Code, Is.EqualTo("built-on"));
        Assert.That(desk.State.Resumptions[desk.Firm("榕丰").Id.Value].People, Is.EqualTo(50));
    }

    [Test]
    public async Task A_claim_taken_back_leaves_a_stranger_a_stranger()
    {
        await desk.Command("认领 2 大青山");
        await desk.Command("撤销");
        await desk.Pass(TimeSpan.FromHours(3));

        var said = await desk.Say(Stranger, Hiring);

        Assert.That(said.The<MessageHeard>().Firms, Is.Empty);
        Assert.That(said.The<CaseOpened>().Enterprise, Is.Null);
    }

    [Test]
    public async Task A_claim_stays_once_the_stranger_has_reported_for_the_firm()
    {
        await desk.Command("认领 2 大青山");
        await desk.Say(Stranger, Hiring);

        var said = await desk.Command("撤销");

        Assert.That(said.The<CommandRefused>().Case, Is.EqualTo(new CaseId(3)));
        Assert.That(desk.Case(2).Enterprise, Is.EqualTo(desk.Firm("大青山").Id));
    }

    [Test]
    public async Task A_registration_taken_back_voids_the_case_for_ever_and_frees_the_message()
    {
        await desk.Say(Hirer, Talk);
        await desk.Command("登记", Talk);

        await desk.Command("撤销");
        var again = await desk.Command("登记", Talk);

        Assert.That(desk.Case(3).Stage, Is.EqualTo(Stage.Voided));
        Assert.That(desk.DueNames(), Has.None.Contains("/case/3/"));
        Assert.That(again.The<CaseOpened>().Case, Is.EqualTo(new CaseId(4)));
        Assert.That((await desk.Command("受理", Talk)).The<CaseAccepted>().Case, Is.EqualTo(new CaseId(4)));
        AssertReplay();
    }

    [Test]
    public async Task A_filed_quotation_taken_back_waits_for_its_message_no_longer()
    {
        await desk.Command("登记", Hiring);
        await desk.Command("撤销");

        var said = await desk.Say(Hirer, Hiring, late: TimeSpan.FromMinutes(5));

        Assert.That(said.Has<CaseJoined>(), Is.False);
        Assert.That(said.The<CaseOpened>().Case, Is.EqualTo(new CaseId(4)));
        AssertReplay();
    }

    [Test]
    public async Task A_voided_case_knows_no_legal_move_but_being_looked_at()
    {
        await desk.Say(Hirer, Talk);
        await desk.Command("登记", Talk);
        await desk.Command("撤销");

        Assert.That((await desk.Command("受理 3")).The("refused.illegal").Args.Verbs, Is.EqualTo(new[] { "查询" }));
    }

    private string Snapshot() => string.Join('\n',
    [
        System.Text.Encoding.UTF8.GetString(desk.CaseBytes(1)), System.Text.Encoding.UTF8.GetString(desk.CaseBytes(2)), .. desk.DueNames(),
        .. desk.State.Resumptions.Select(r => $"{r.Key} {r.Value with { LastInput = default }}"), .. desk.State.Claims.Select(c => $"{c.Key} {c.Value}"), .. desk.State.AddedWords,
    ]);

    private void AssertReplay()
    {
        var live = StoreJson.Write(desk.State);
        desk.Restart();
        Assert.That(StoreJson.Write(desk.State), Is.EqualTo(live));
    }
}
