using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

/// <summary>改类 and 改企业: what triage took wrongly is put right.</summary>
internal sealed class RefileTests
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

    [TestCase("改类 #1 资金/贷款融资", "funds.loans")]
    [TestCase("改类 1 贷款", "funds.loans")]
    [TestCase("改类别 #1 账款拖欠", "funds.arrears")]
    [TestCase("1 改类 供电", "utilities.power")]
    public async Task A_sub_category_is_taken_by_its_name_or_a_part_of_it(string command, string topic)
    {
        await desk.Command(command);
        Assert.That(desk.Case(1).Parts[0].Topic.Code, Is.EqualTo(topic));
    }

    [TestCase("用工", "labour")]
    [TestCase("资金", "funds")]
    public async Task Of_a_category_alone_triage_chooses_the_sub_category(string name, string category)
    {
        await desk.Command($"改类 #1 {name}");
        Assert.That(desk.Case(1).Parts[0].Topic.Code, Does.StartWith(category + "."));
    }

    [Test]
    public async Task Before_dispatch_the_proposal_follows_and_after_it_the_department_stays()
    {
        await desk.Command("改类 #1 贷款融资");
        var proposed = desk.Case(1).Parts[0].Lead;
        Assert.That(proposed, Is.EqualTo(desk.Runner.Rules.Routes.Lead(new ChatIntake.Triage.Topic("funds.loans"), "", desk.Roster)));
        await desk.Command("派单 #1 交警大队");
        await desk.Command("改类 #1 车辆受阻");
        Assert.That((desk.Case(1).Parts[0].Topic.Code, desk.Case(1).Parts[0].Lead == proposed), Is.EqualTo(("transport.held", false)));
    }

    [Test]
    public async Task It_can_be_taken_back()
    {
        var before = desk.CaseBytes(1);
        await desk.Command("改类 #1 贷款融资");
        await desk.Command("撤销");
        Assert.That(desk.CaseBytes(1), Is.EqualTo(before));
    }

    [TestCase("改类 #1 天气")]
    [TestCase("改类 #1")]
    public async Task A_category_that_is_none_is_refused_with_those_that_are(string command)
    {
        var said = await desk.Command(command);
        Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "refused.no-topic" }));
        Assert.That(said.The("refused.no-topic").Args.Verbs, Does.Contain("资金"));
    }

    [Test]
    public async Task Whose_it_is_can_be_corrected()
    {
        await desk.Command("改企业 #1 榕峰");
        Assert.That(desk.Case(1).Enterprise, Is.EqualTo(desk.Firm("榕峰").Id));
    }
}
