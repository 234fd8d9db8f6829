using ChatIntake.Triage;
using static ChatIntake.Tests.Triage.Conversation;

namespace ChatIntake.Tests.Triage;

internal sealed class UrgencyTests
{
    [TestCase("原料库存只够两天,供货商断供了", Urgency.Urgent)]
    [TestCase("煤只够烧12个小时了,拉不到煤", Urgency.Critical)]
    [TestCase("原料库存还够二十天,但供货商断供了", Urgency.Normal)]
    [TestCase("断料了,全线停产", Urgency.Critical)]
    [TestCase("氨气泄漏,已疏散工人", Urgency.Critical)]
    [TestCase("鲜奶车被拦在路口,奶都要酸掉了", Urgency.Critical)]
    [TestCase("货车被扣在检查站不让走", Urgency.Urgent)]
    [TestCase("急急急!变压器增容没人批", Urgency.Urgent)]
    [TestCase("项目申报系统登不上,明天截止", Urgency.Urgent)]
    [TestCase("采矿证延续窗口不受理,本周四到期", Urgency.Urgent)]
    [TestCase("技改补贴一直没到账,望解决", Urgency.Normal)]
    [TestCase("招不到工人,请尽快帮助", Urgency.Normal)]
    public void Urgency_is_read_from_the_message_alone(string text, Urgency urgency)
    {
        var verdict = new Conversation().Say(Glass, text);

        Assert.That((verdict.Kind, verdict.Problems[0].Urgency), Is.EqualTo((VerdictKind.Report, urgency)));
    }

    [TestCase("氯气泄漏,一名工人中毒", true)]
    [TestCase("几十个村民堵门,不让车出去", true)]
    [TestCase("镇政府拖欠我们工程款两年不给", true)]
    [TestCase("检查的干部吃拿卡要,不给好处就罚款", true)]
    [TestCase("邻省不认我们的通行证,车在省界被劝返", true)]
    [TestCase("纸箱涨价太厉害,撑不住了", false)]
    [TestCase("去年的补贴财政一直没兑现", false)]
    public void Special_is_what_one_department_cannot_handle(string text, bool special)
    {
        Assert.That(new Conversation().Say(Glass, text).Special, Is.EqualTo(special));
    }

    [TestCase("3", 3d)]
    [TestCase("1.5", 1.5)]
    [TestCase("两", 2d)]
    [TestCase("半", 0.5)]
    [TestCase("十", 10d)]
    [TestCase("十二", 12d)]
    [TestCase("二十五", 25d)]
    [TestCase("四半", 4.5)]
    public void Spoken_numbers_are_read(string text, double number)
    {
        Assert.That(ChineseNumber.Read(text), Is.EqualTo(number));
    }

    [TestCase("千")]
    [TestCase("一一")]
    public void Other_texts_are_no_small_number(string text)
    {
        Assert.That(ChineseNumber.Read(text), Is.Null);
    }
}
