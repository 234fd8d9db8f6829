using ChatIntake.WeCom.Webhooks;
using CsCheck;

namespace ChatIntake.Tests.WeCom.Webhooks;

public sealed class PostEscapingTests
{
    private static readonly Gen<string> Hostile =
        Gen.OneOf(
            Gen.String,
            Gen.OneOf("<", "@", "<@zhangsan>", "@all", "@ALL", "<font color=\"warning\">", "</font>", "[x](http://a)", "]", "(",
                ">", "#", "`", "**", "*", "\n", "\r\n", "\u2028", "\t", "\0", "\u202E", "&lt;", "&", "漏水", " "))
            .Array[0, 12].Select(string.Concat);

    [TestCase("三楼漏水，@张三 看看", "三楼漏水，@张三 看看")]
    [TestCase(" 第一行\r\n\r\n第二行\t完 ", "第一行 第二行 完")]
    [TestCase("a@b.com <B2>", "a@b.com <\u200BB2>")]
    [TestCase("<@zhangsan> @ALL", "<\u200B@zhangsan> @\u200BALL")]
    public void Quoted_in_a_text_it_reads_the_same_on_one_line(string chatText, string quoted) =>
        Assert.That(PostEscaping.QuoteForText(chatText), Is.EqualTo(quoted));

    [TestCase("**急** `x` 3*4", "＊＊急＊＊ ｀x｀ 3＊4")]
    [TestCase("[点我](http://a)", "[点我]\u200B(http://a)")]
    [TestCase("> 引用", "\u200B> 引用")]
    [TestCase("\n# 标题", "\u200B# 标题")]
    [TestCase("<font color=\"warning\">急</font>", "<\u200Bfont color=\"warning\">急<\u200B/font>")]
    [TestCase("&lt;@all&gt;", "&\u200Blt;@\u200Ball&\u200Bgt;")]
    public void Quoted_in_markdown_it_reads_the_same_without_effect(string chatText, string quoted) =>
        Assert.That(PostEscaping.QuoteForMarkdown(chatText), Is.EqualTo(quoted));

    [Test]
    public void A_quotation_in_a_text_mentions_nobody() =>
        Hostile.Sample(chatText =>
        {
            var post = $"{PostEscaping.QuoteForText(chatText)}@zhangsan>";
            return !post.Contains("<@", StringComparison.Ordinal)
                && !post.Contains("@all", StringComparison.OrdinalIgnoreCase)
                && !post.Any(char.IsControl);
        });

    [Test]
    public void A_quotation_in_markdown_has_no_effect_on_itself_or_what_follows() =>
        Hostile.Sample(chatText =>
        {
            var quoted = PostEscaping.QuoteForMarkdown(chatText);
            var post = $"{quoted}(http://a)@zhangsan>";
            string[] marks = ["<@", "<font", "</", "@all", "](", "`", "*", "\n", "\r", "\u2028", "\u202E", "&lt"];
            return !marks.Any(mark => post.Contains(mark, StringComparison.OrdinalIgnoreCase))
                && !quoted.StartsWith('>') && !quoted.StartsWith('#');
        });

    [Test]
    public void Nothing_said_is_lost() =>
        Hostile.Sample(chatText =>
        {
            var line = PostEscaping.OneLine(chatText).Replace("\u200B", "", StringComparison.Ordinal);
            var text = PostEscaping.QuoteForText(chatText).Replace("\u200B", "", StringComparison.Ordinal);
            var markdown = PostEscaping.QuoteForMarkdown(chatText).Replace("\u200B", "", StringComparison.Ordinal);
            return text == line && markdown == line.Replace('*', '＊').Replace('`', '｀');
        });
}
