using ChatIntake.WeCom.Callbacks;

namespace ChatIntake.Tests.WeCom.Callbacks;

public sealed class MentionsTests
{
    [TestCase("@小企 打印机坏了", "打印机坏了")]
    [TestCase("@小企\u2005打印机坏了", "打印机坏了")]
    [TestCase("打印机坏了@小企", "打印机坏了")]
    [TestCase("打印机坏了 @小企 急", "打印机坏了 急")]
    [TestCase("打印机坏了@小企\u2005急", "打印机坏了 急")]
    [TestCase("@小企，打印机坏了", "，打印机坏了")]
    [TestCase("第一行\n@小企\n第二行", "第一行\n\n第二行")]
    [TestCase("@小企 @小企 登记", "登记")]
    [TestCase("@小企@张三 登记", "@张三 登记")]
    [TestCase("@小企业家 看看，@小企 登记", "@小企业家 看看，登记")]
    [TestCase("@小企", "")]
    [TestCase("@小企🖨坏了", "🖨坏了")]
    public void A_mention_is_taken_out_wherever_it_stands(string text, string rest)
    {
        Assert.That(Mentions.Strip(text, "小企"), Is.EqualTo(new Unmentioned(rest, true)));
        Assert.That(Mentions.Strip(text, "小企", addressed: true), Is.EqualTo(new Unmentioned(rest, true)));
    }

    [TestCase("@case-bot打印机坏了", "打印机坏了")]
    [TestCase("@case-bot: A12", ": A12")]
    [TestCase("请 @case-bot.", "请 .")]
    [TestCase("请@case-bot。", "请。")]
    public void A_Latin_name_ends_where_Chinese_or_punctuation_begins(string text, string rest) =>
        Assert.That(Mentions.Strip(text, "case-bot"), Is.EqualTo(new Unmentioned(rest, true)));

    [TestCase("@小企业家 你好", "小企")]
    [TestCase("@小企A组 你好", "小企")]
    [TestCase("@小企-2 你好", "小企")]
    [TestCase("@case-bot-2 hello", "case-bot")]
    [TestCase("@case-bots hello", "case-bot")]
    [TestCase("小企 你好", "小企")]
    [TestCase("@CASE-BOT hello", "case-bot")]
    [TestCase("@ 小企", "小企")]
    [TestCase("@小企 你好", "")]
    [TestCase("@小企 你好", " ")]
    public void Another_name_is_left_alone(string text, string botName) =>
        Assert.That(Mentions.Strip(text, botName), Is.EqualTo(new Unmentioned(text, false)));

    [Test]
    public void A_glued_mention_is_the_bots_only_when_WeCom_says_that_it_was_addressed()
    {
        Assert.That(Mentions.Strip("@小企登记", "小企"), Is.EqualTo(new Unmentioned("@小企登记", false)));
        Assert.That(Mentions.Strip("@小企登记", "小企", addressed: true), Is.EqualTo(new Unmentioned("登记", true)));
    }

    [Test]
    public void A_name_with_a_space_in_it_is_one_name() =>
        Assert.That(Mentions.Strip("@工信 小企 坏了", "工信 小企"), Is.EqualTo(new Unmentioned("坏了", true)));

    [Test]
    public void A_text_without_a_mention_is_only_trimmed() =>
        Assert.That(Mentions.Strip(" 坏了 ", "小企", addressed: true), Is.EqualTo(new Unmentioned("坏了", false)));
}
