using ChatIntake.Chat;
using ChatIntake.Triage;
using static ChatIntake.Tests.Triage.Conversation;

namespace ChatIntake.Tests.Triage;

internal sealed class MeTooTests
{
    [TestCase("我们也是")]
    [TestCase("+1")]
    [TestCase("同样情况")]
    [TestCase("我们这边也停了")]
    public void Us_too_behind_a_report_is_a_report_with_its_topic(string text)
    {
        var group = new Conversation();
        var first = group.Say(Glass, "开发区停电了,窑炉在用柴油机顶着");

        var verdict = group.Say(Paper, text);

        Assert.That((verdict.Kind, verdict.Enterprise), Is.EqualTo((VerdictKind.Report, (EnterpriseId?)PaperFirm)));
        Assert.That(verdict.Problems[0].Topic, Is.EqualTo(first.Problems[0].Topic));
    }

    [Test]
    public void A_report_that_names_no_matter_takes_that_of_its_neighbour()
    {
        var group = new Conversation();
        group.Say(Glass, "限电方案又变了,窑炉负荷不够");

        Assert.That(group.Say(Paper, "我们只准开半天,真的撑不住了").Problems[0].Topic.Code, Is.EqualTo("utilities.power"));
    }

    [Test]
    public void Plus_one_behind_talk_is_talk()
    {
        var group = new Conversation();
        group.Say(Glass, "感谢领导关心");

        Assert.That(group.Say(Paper, "+1").Kind, Is.EqualTo(VerdictKind.Chat));
    }

    [TestCase("说得对")]
    [TestCase("大实话")]
    [TestCase("我们这边正常")]
    public void Agreement_or_well_being_is_no_report(string text)
    {
        var group = new Conversation();
        group.Say(Glass, "开发区停电了,窑炉在用柴油机顶着");

        Assert.That(group.Say(Paper, text).Kind, Is.Not.EqualTo(VerdictKind.Report));
    }

    [Test]
    public void Us_too_from_a_colleague_of_the_same_firm_opens_nothing()
    {
        var group = new Conversation();
        group.Say(Holding, "金锤停电了,炉子要凝了");

        Assert.That(group.Say(Holding, "我们也是没办法").Kind, Is.Not.EqualTo(VerdictKind.Report));
    }

    [Test]
    public void Us_too_behind_solved_ends_the_own_case()
    {
        var group = new Conversation();
        group.Say(Glass, "开发区停电了,窑炉在用柴油机顶着");
        group.Say(Paper, "我们也是");
        group.Say(Glass, "来电了,谢谢");

        var verdict = group.Say(Paper, "我们也好了");

        Assert.That((verdict.Kind, verdict.Case), Is.EqualTo((VerdictKind.Resolution, (CaseId?)new CaseId(2))));
    }
}
