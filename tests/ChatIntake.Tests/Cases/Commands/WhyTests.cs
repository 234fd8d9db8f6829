using ChatIntake.Notices;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

/// <summary>为什么: how a message was understood, in plain words, for whom it concerns.</summary>
internal sealed class WhyTests
{
    private TestDesk desk = null!;

    [SetUp]
    public async Task Open_a_case()
    {
        desk = await TestDesk.Open();
        await desk.Say(Haulier, Held);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task Of_a_case_it_tells_the_kind_the_words_and_the_category()
    {
        var text = Text(await desk.Command("为什么 #1"), TestDesk.City);
        Assert.That(text, Does.Contain("看作新的诉求").And.Contain("依据:“").And.Contain("类别物流运输").And.Contain("其次"));
        Assert.That(text.Split('\n'), Has.Length.LessThanOrEqualTo(8));
        Assert.That(text, Does.Not.Contain("c:").And.Not.Contain("sign").And.Not.Contain("|"));
    }

    [Test]
    public async Task The_words_that_it_names_stand_in_the_message()
    {
        var line = Text(await desk.Command("为什么 #1"), TestDesk.City).Split('\n').Single(l => l.StartsWith("依据", StringComparison.Ordinal));
        var words = line.Split('“').Skip(1).Select(w => w.Split('”')[0]).Where(w => !w.Contains("企业", StringComparison.Ordinal) && !w.Contains('0', StringComparison.Ordinal)).ToList();
        Assert.That(words, Is.Not.Empty);
        Assert.That(words, Has.All.Matches<string>(w => w is not null && Held.Contains(w, StringComparison.Ordinal)));
    }

    [Test]
    public async Task Of_a_message_that_became_no_case_staff_are_told_by_quoting_it()
    {
        await desk.Say(Hirer, "大家早上好");
        Assert.That(Text(await desk.Command("为什么", "大家早上好"), TestDesk.City), Does.Contain("看作闲谈"));
    }

    [Test]
    public async Task An_enterprise_is_told_of_its_own_case_only()
    {
        Assert.That((await desk.Say(Haulier, "@小企 为什么 #1")).AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "why" }));
        Assert.That((await desk.Say(Hirer, "@小企 为什么 #1")).AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "refused.no-right" }));
    }

    [Test]
    public async Task The_content_of_a_case_about_money_is_told_in_the_staff_room_only()
    {
        await desk.Command("改类 #1 贷款融资");
        Assert.That(Text(await desk.Command("为什么 #1"), TestDesk.City), Does.Contain("工作群").And.Not.Contain("依据"));
        Assert.That(Text(await desk.Command("为什么 #1", group: TestDesk.StaffRoom), TestDesk.StaffRoom), Does.Contain("依据"));
    }

    [Test]
    public async Task What_staff_filed_by_hand_says_so_or_that_nothing_was_kept()
    {
        await desk.Say(Hirer, "大家早上好");
        await desk.Command("登记", "大家早上好");
        Assert.That(Text(await desk.Command("为什么 #2"), TestDesk.City), Does.Contain("看作闲谈"), "as it was heard");
    }

    [TestCase("为什么", null, "refused.needs-case")]
    [TestCase("为什么 #9", null, "refused.no-case")]
    [TestCase("为什么", "这句话没有人说过", "refused.quote-unheard")]
    public async Task What_is_not_known_is_refused(string command, string? quote, string answer) =>
        Assert.That((await desk.Command(command, quote)).AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { answer }));

    private string Text(Heeded said, string group)
    {
        var notice = said.Notices.Single(n => n.Pace == Pace.Now && n.Audience == Audience.Of(desk.Group(group)));
        var slots = new NoticeSlots(desk.Runner.Rules, desk.Runner.Words, desk.Group(group), text => text);
        return new NoticeRenderer(desk.Runner.Rules.Texts, slots).Render(new Notice(notice.Audience, notice.Template, notice.Args, notice.Pace));
    }
}
