using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

/// <summary>归到 and 拆分: a message in the wrong case, or in none, is put right.</summary>
internal sealed class JoinAndSplitTests
{
    private const string Talk = "仓库的老周说明天再看看";
    private const string More = "车牌贵A12345,司机在车上等着";

    private TestDesk desk = null!;
    private MessageId opener;

    [SetUp]
    public async Task Open_two_cases()
    {
        desk = await TestDesk.Open();
        opener = (await desk.Say(Haulier, Held)).Message;
        await desk.Say(Hirer, Hiring);
        Assert.That(desk.State.Cases, Has.Count.EqualTo(2));
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task A_message_of_no_case_joins_the_one_named()
    {
        var talk = await desk.Say(Stranger, Talk);
        var said = await desk.Command("归到 #1", Talk);
        Assert.That(desk.Case(1).Messages, Does.Contain(talk.Message));
        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "done.join" }));
    }

    [Test]
    public async Task A_later_message_moves_from_case_to_case_and_back()
    {
        var more = await desk.Say(Haulier, More);
        Assert.That(desk.Case(1).Messages, Does.Contain(more.Message));
        var before = desk.CaseBytes(1);
        await desk.Command("归到 2", More);
        Assert.That((desk.Case(1).Messages.Contains(more.Message), desk.Case(2).Messages.Contains(more.Message)), Is.EqualTo((false, true)));
        Assert.That(desk.State.CaseOf(more.Message)!.Id, Is.EqualTo(new CaseId(2)));
        await desk.Command("撤销");
        Assert.That(desk.CaseBytes(1), Is.EqualTo(before));
        Assert.That(desk.State.CaseOf(more.Message)!.Id, Is.EqualTo(new CaseId(1)));
    }

    [Test]
    public async Task The_message_that_opened_a_case_takes_the_whole_case_along_and_back()
    {
        var more = await desk.Say(Haulier, More);
        var (one, two, open) = (desk.CaseBytes(1), desk.CaseBytes(2), desk.State.Tally.Open.Count);
        var said = await desk.Command("归到 #2", Held);
        Assert.That(said.The<CaseMerged>().Into, Is.EqualTo(new CaseId(2)));
        Assert.That(desk.Case(1).Stage, Is.EqualTo(Stage.Voided));
        Assert.That(desk.Case(2).Messages, Is.SupersetOf(new[] { opener, more.Message }));
        Assert.That(desk.State.CaseOf(opener)!.Id, Is.EqualTo(new CaseId(2)));
        Assert.That(desk.State.Tally.Open, Has.Count.EqualTo(open - 1));
        await desk.Command("撤销");
        Assert.That((desk.CaseBytes(1), desk.CaseBytes(2)), Is.EqualTo((one, two)));
        Assert.That(desk.State.CaseOf(opener)!.Id, Is.EqualTo(new CaseId(1)));
        Assert.That(desk.State.Tally.Open, Has.Count.EqualTo(open));
    }

    [Test]
    public async Task What_is_said_later_by_the_firm_of_a_merged_case_does_not_fall_into_the_void()
    {
        await desk.Command("归到 #2", Held);
        await desk.Say(Haulier, "还在卡点,没人来", quote: Held);
        Assert.That(desk.Case(1).Messages, Is.Empty);
    }

    [Test]
    public async Task The_day_still_adds_up_after_a_merge()
    {
        await desk.Command("归到 #2", Held);
        var cut = (await desk.Pass(TimeSpan.FromHours(10))).Single(h => h.Has<DayCut>() || h.Has<DayUnbalanced>());
        Assert.That(cut.Has<DayCut>(), Is.True);
        Assert.That(Rebuild.Differences(desk.Store, TestDesk.Id), Is.Empty);
    }

    [Test]
    public async Task A_later_message_becomes_a_case_of_its_own()
    {
        var more = await desk.Say(Haulier, More);
        var said = await desk.Command("拆分", More);
        Assert.That(said.The<CaseOpened>().Message, Is.EqualTo(more.Message));
        Assert.That(desk.Case(3).Enterprise, Is.EqualTo(desk.Case(1).Enterprise));
        Assert.That(desk.Case(1).Messages, Does.Not.Contain(more.Message));
        await desk.Command("撤销");
        Assert.That((desk.Case(3).Stage, desk.State.CaseOf(more.Message)!.Id), Is.EqualTo((Stage.Voided, new CaseId(1))));
    }

    [TestCase("归到 #1", Held, "refused.already")]
    [TestCase("归到 #9", Held, "refused.no-case")]
    [TestCase("归到", Held, "refused.needs-target")]
    [TestCase("归到 #1", null, "refused.needs-message")]
    [TestCase("归到 #1", "这句话没有人说过", "refused.quote-unheard")]
    [TestCase("拆分", Held, "refused.split-opener")]
    [TestCase("拆分 #1", null, "refused.needs-message")]
    public async Task What_cannot_be_is_refused_with_what_could(string command, string? quote, string answer)
    {
        var said = await desk.Command(command, quote);
        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { answer }));
        Assert.That(said.Facts.OfType<ICaseFact>(), Is.Empty);
    }
}
