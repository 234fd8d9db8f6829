using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Tests.Desk;

namespace ChatIntake.Tests.Cases.Commands;

internal sealed class ResumptionTests
{
    [TestCase("复工 榕丰", null)]
    [TestCase("复工 榕丰 163", 163)]
    [TestCase("复工 榕丰 163人", 163)]
    [TestCase("复工 榕丰163人", 163)]
    [TestCase("复工 榕丰 到岗163", 163)]
    [TestCase("复工 榕丰 163人 2月24日起", 163)]
    [TestCase("复工 榕丰 2月24日起 163人", 163)]
    [TestCase("复工 榕丰 24日", null)]
    [TestCase("复工 榕丰 电话13800138000", null)]
    [TestCase("复工 榕丰磷业有限公司 163 人", 163)]
    public async Task A_resumption_is_noted_with_the_people_where_they_are_told(string text, int? people)
    {
        await using var desk = await TestDesk.Open();

        var said = await desk.Command(text);

        Assert.That(said.The<ResumptionNoted>(), Is.EqualTo(new ResumptionNoted(desk.Firm("榕丰").Id, true, people, said.Message, desk.Member(TestDesk.Bureau))));
        Assert.That(said.The("done.resume").Args.Number, Is.EqualTo(people));
        Assert.That(desk.State.Resumptions[desk.Firm("榕丰").Id.Value].Resumed, Is.True);
    }

    [Test]
    public async Task A_stop_is_noted_and_outranks_what_the_roster_says()
    {
        await using var desk = await TestDesk.Open();

        var said = await desk.Command("停工 东晟橡胶 3人");

        Assert.That(said.The<ResumptionNoted>().People, Is.Null);
        Assert.That(desk.State.Resumptions[desk.Firm("东晟").Id.Value].Resumed, Is.False);
        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "done.stop" }));
    }

    [Test]
    public async Task Names_that_sound_alike_are_told_apart()
    {
        await using var desk = await TestDesk.Open();

        await desk.Command("复工 榕峰 430");
        await desk.Command("停工 榕丰");

        Assert.That(desk.State.Resumptions.Keys, Is.EquivalentTo(new[] { desk.Firm("榕峰").Id.Value, desk.Firm("榕丰").Id.Value }));
        Assert.That(desk.State.Resumptions[new EnterpriseId(1).Value].Resumed, Is.True);
    }

    [Test]
    public async Task An_enterprise_that_nobody_knows_is_asked_for()
    {
        await using var desk = await TestDesk.Open();

        Assert.That((await desk.Command("复工 天上人间")).The<CommandRefused>().Code, Is.EqualTo("no-enterprise"));
    }
}
