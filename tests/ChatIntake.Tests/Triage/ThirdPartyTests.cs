using ChatIntake.Chat;
using ChatIntake.Triage;
using static ChatIntake.Tests.Triage.Conversation;

namespace ChatIntake.Tests.Triage;

internal sealed class ThirdPartyTests
{
    [Test]
    public void A_neighbour_reports_for_a_firm_that_is_named()
    {
        var verdict = new Conversation().Say(Glass, "帮云雾茶业反映一下,他们的冷库停电了,茶青要坏");

        Assert.That((verdict.Kind, verdict.Enterprise), Is.EqualTo((VerdictKind.Report, (EnterpriseId?)TeaFirm)));
    }

    [Test]
    public void A_commissioner_reports_for_a_firm()
    {
        var verdict = new Conversation().Say(Stationed, "今天走访云雾茶业,老板反映招不到采茶工,缺六十人");

        Assert.That((verdict.Kind, verdict.Enterprise), Is.EqualTo((VerdictKind.Report, (EnterpriseId?)TeaFirm)));
        Assert.That(verdict.Problems[0].Topic.Code, Is.EqualTo("labour.hiring"));
    }

    [Test]
    public void What_is_open_already_is_not_reported_again_by_staff()
    {
        var group = new Conversation();
        group.Say(Tea, "采茶工招不到,缺六十个人");

        Assert.That(group.Say(Stationed, "走访云雾茶业,老板反映招不到采茶工,缺六十人").Kind, Is.EqualTo(VerdictKind.Reply));
    }

    [TestCase("通知:明天上午停电检修,请各企业做好准备")]
    [TestCase("请各企业务必于今天下午五点前填报缺工情况统计表")]
    public void A_notice_is_a_notice_whatever_its_words(string text)
    {
        Assert.That(new Conversation().Say(Bureau, text).Kind, Is.EqualTo(VerdictKind.Notice));
    }

    [TestCase("云雾茶业的停电问题已联系供电局,马上派人")]
    [TestCase("还有哪家招不到工人?")]
    public void Staff_at_work_reply(string text)
    {
        Assert.That(new Conversation().Say(Bureau, text).Kind, Is.EqualTo(VerdictKind.Reply));
    }

    [Test]
    public void A_bank_that_advertises_is_chat()
    {
        Assert.That(new Conversation().Say(Bank, "资金周转困难的老板看过来,免抵押,当天放款").Kind, Is.EqualTo(VerdictKind.Chat));
    }
}
