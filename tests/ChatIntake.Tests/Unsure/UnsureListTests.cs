using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.History;
using ChatIntake.Notices;
using ChatIntake.Tests.Desk;
using ChatIntake.Unsure;

namespace ChatIntake.Tests.Unsure;

/// <summary>The daily list of what triage was not sure of, and the answers to it.</summary>
internal sealed class UnsureListTests
{
    private const string Boss = "榕峰化工 王总";
    private const string Other = "金竹焦化马总";
    private const string Picture = "[图片]";
    private const string Asked = "请问复工备案表在哪里下载?";

    private static readonly string[] VagueTalk =
    [
        "下午再说吧,料还没到", "电压有点低", "客户催货催得紧", "听说要限电", "仓库那边有点紧", "车还没回来",
    ];

    private static readonly TimeSpan TillTheList = TimeSpan.FromHours(8.5);

    [Test]
    public async Task A_picture_that_belongs_to_no_case_is_listed_to_the_staff_once()
    {
        await using var desk = await TestDesk.Open();
        var picture = await desk.Say(Boss, Picture, type: MessageType.Image);
        var listed = (await desk.Pass(TillTheList)).Single(h => h.Has<UnsureListed>());
        Assert.That(listed.The<UnsureListed>().Messages, Is.EqualTo(new[] { new UnsureMessage(picture.Message, UnsureReason.Talk) }));
        Assert.That(listed.The("unsure").Audience, Is.EqualTo(Audience.Staff));
        var next = (await desk.Pass(TimeSpan.FromDays(1))).Single(h => h.Has<UnsureListed>());
        Assert.That((next.The<UnsureListed>().Messages.Length, next.Notices.Count(n => n.Template == "unsure")), Is.EqualTo((0, 0)), "an empty list is not sent");
    }

    [Test]
    public async Task A_message_near_the_line_is_listed_and_a_plain_one_is_not()
    {
        await using var desk = await TestDesk.Open();
        var (plain, report) = (await desk.Say(Other, "大家早上好"), await desk.Say(Boss, "我们四辆拉原料的车在老鹰嘴卡点被拦下了,不让过"));
        var near = new List<MessageId>();
        foreach (var text in VagueTalk)
        {
            var heard = await desk.Say(Other, text);
            if (heard.The<MessageHeard>().Margin is not null) near.Add(heard.Message);
        }
        Assert.That(near, Is.Not.Empty);
        Assert.That(near, Does.Not.Contain(plain.Message).And.Not.Contain(report.Message));
        var waiting = desk.State.Unsure.Waiting.Select(w => w.Message);
        Assert.That(waiting, Is.EquivalentTo(near));
    }

    [Test]
    public async Task Registering_by_number_makes_the_case_and_teaches()
    {
        await using var desk = await Listed();
        var answer = await desk.Command("登记 1", group: TestDesk.StaffRoom);
        Assert.That(desk.State.Cases, Has.Count.EqualTo(1));
        Assert.That(answer.The<CaseOpened>().Message, Is.EqualTo(desk.State.Unsure.Listed[0].Message));
        Assert.That(answer.AnswersIn(desk.Group(TestDesk.StaffRoom)), Does.Contain("receipt"));
        Assert.That(Corrected(desk), Is.EqualTo(1));
    }

    [Test]
    public async Task Passing_by_number_teaches_and_can_be_taken_back()
    {
        await using var desk = await Listed();
        var answer = await desk.Command("不登记 1", group: TestDesk.StaffRoom);
        Assert.That(answer.AnswersIn(desk.Group(TestDesk.StaffRoom)), Is.EqualTo(new[] { "done.pass" }));
        Assert.That((desk.State.Cases.Count, Corrected(desk)), Is.EqualTo((0, 1)));
        await desk.Command("撤销", group: TestDesk.StaffRoom);
        Assert.That(Corrected(desk), Is.Zero);
    }

    [TestCase("登记 2", "refused.unsure-number")]
    [TestCase("不登记 0", "refused.unsure-number")]
    [TestCase("不登记", "refused.unsure-number")]
    public async Task A_number_that_is_not_in_the_list_is_refused(string command, string answer)
    {
        await using var desk = await Listed();
        Assert.That((await desk.Command(command, group: TestDesk.StaffRoom)).AnswersIn(desk.Group(TestDesk.StaffRoom)), Is.EqualTo(new[] { answer }));
        Assert.That(desk.State.Cases, Is.Empty);
    }

    [Test]
    public async Task Before_any_list_a_number_is_told_to_be_none()
    {
        await using var desk = await TestDesk.Open();
        Assert.That((await desk.Command("登记 1")).AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "refused.unsure-none" }));
    }

    [Test]
    public async Task An_enterprise_may_not_answer_the_list()
    {
        await using var desk = await Listed();
        var said = await desk.Say(Boss, "@小企 不登记 1");
        Assert.That(said.Has<UnsureSettled>(), Is.False);
    }

    [Test]
    public async Task A_question_that_nobody_answered_for_four_working_hours_is_listed_once()
    {
        await using var desk = await TestDesk.Open();
        var question = await desk.Say(Boss, Asked);
        var listed = (await desk.Pass(TillTheList)).Single(h => h.Has<UnsureListed>()).The<UnsureListed>();
        Assert.That(listed.Messages, Does.Contain(new UnsureMessage(question.Message, UnsureReason.Question)));
        Assert.That((await desk.Pass(TimeSpan.FromDays(1))).Single(h => h.Has<UnsureListed>()).The<UnsureListed>().Messages, Is.Empty);
    }

    [Test]
    public async Task A_question_that_staff_answered_or_that_is_young_is_not_listed()
    {
        await using var desk = await TestDesk.Open();
        await desk.Say(Boss, Asked);
        await desk.Say(TestDesk.Bureau, "表在市政府网站首页");
        await desk.Pass(TimeSpan.FromHours(6));
        await desk.Say(Other, "请问口罩去哪里登记领取?");
        var listed = (await desk.Pass(TillTheList)).First(h => h.Has<UnsureListed>()).The<UnsureListed>();
        Assert.That(listed.Messages.Where(m => m.Reason == UnsureReason.Question), Is.Empty);
    }

    private static int Corrected(TestDesk desk) => new DeskPast(desk.Store, desk.Runner).Replay(desk.Runner.Rules, DateTimeOffset.MinValue).Corrected;

    // One picture stands in the list.
    private static async Task<TestDesk> Listed()
    {
        var desk = await TestDesk.Open();
        await desk.Say(Boss, Picture, type: MessageType.Image);
        await desk.Pass(TillTheList);
        return desk;
    }
}
