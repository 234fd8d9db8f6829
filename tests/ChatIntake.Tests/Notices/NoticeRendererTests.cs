using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Tests.Notices;

public sealed class NoticeRendererTests
{
    private const string Hostile = "<@all> @all <@user> [点我](http://x.cn) **粗** `码` {编号} [[藏]] 电话13800070007、86-138 0007 0007、138000\u2009\n> # 引用\r\n- 表 \u202e倒着 &lt; ";

    private static IEnumerable<string> Templates => NoticeTexts.Templates;

    private static IEnumerable<object[]> Dangers()
    {
        foreach (var template in Templates)
            foreach (var markdown in (bool[])[false, true])
                yield return [template, markdown];
    }

    [TestCaseSource(nameof(Dangers))]
    public async Task Hostile_words_mention_nobody_break_no_form_and_show_no_phone(string template, bool markdown)
    {
        var hostile = string.Concat(Enumerable.Repeat(Hostile, 200));
        var tame = await SampleNotice.Render(template, SampleNotice.Full, new SampleNotice.SameWords("好", "好"), markdown: markdown);
        var shown = await SampleNotice.Render(template, SampleNotice.Full with { Text = new TextSpan(new MessageId(7), 0, hostile.Length) }, new SampleNotice.SameWords(hostile, Hostile), markdown: markdown);
        Assert.Multiple(() =>
        {
            Assert.That(shown.Split('\n'), Has.Length.EqualTo(tame.Split('\n').Length));
            Assert.That(shown, Does.Not.Contain("@all").And.Not.Contain("<@").And.Not.Contain("\u202e"));
            Assert.That(shown, Does.Not.Contain("0007000").And.Not.Contain("0007 000"));
            Assert.That(shown.Contains("{编号}", StringComparison.Ordinal), Is.EqualTo(shown.Contains('粗')), "what fills a slot is never a text itself");
            Assert.That(shown, Has.Length.LessThan(tame.Length + 2_000));
            if (markdown) Assert.That(shown, Does.Not.Contain("](http").And.Not.Contain("**粗"));
        });
    }

    [TestCaseSource(nameof(Templates))]
    public async Task Among_enterprises_a_case_about_money_shows_neither_enterprise_nor_words(string template)
    {
        var line = SampleNotice.Line with { Topics = [new Topic("transport.held"), new Topic("funds.arrears")] };
        var args = SampleNotice.Full with { About = line, Cases = [line] };
        var words = new SampleNotice.SameWords(SampleNotice.Said, "某人");
        var (shown, staff) = (await SampleNotice.Render(template, args, words, GroupKind.Enterprise), await SampleNotice.Render(template, args, words));
        Assert.Multiple(() =>
        {
            Assert.That(shown, Does.Not.Contain("榕峰").And.Not.Contain("磷矿石"));
            Assert.That(shown.Contains("#12", StringComparison.Ordinal), Is.EqualTo(staff.Contains("#12", StringComparison.Ordinal)));
            Assert.That(shown.Contains("待签收", StringComparison.Ordinal), Is.EqualTo(staff.Contains("待签收", StringComparison.Ordinal)));
        });
    }

    [TestCaseSource(nameof(Templates))]
    public async Task Erased_words_are_said_to_be_erased(string template)
    {
        var before = await SampleNotice.Render(template, SampleNotice.Full, new SampleNotice.SameWords("说过的话,足够长的一句", "甲"));
        var after = await SampleNotice.Render(template, SampleNotice.Full, new SampleNotice.SameWords(null, null));
        Assert.That(after.Contains("(已删除)", StringComparison.Ordinal), Is.EqualTo(before.Contains("说过", StringComparison.Ordinal) || before.Contains("的话", StringComparison.Ordinal)));
    }

    [TestCase("甲[[({紧急})]]乙", "", "甲乙")]
    [TestCase("甲[[({紧急})]]乙", "急", "甲(急)乙")]
    [TestCase("[[外{编号}[[内{紧急}]]尾]]", "", "外#1尾")]
    [TestCase("[[外{编号}[[内{紧急}]]]]", "急", "外#1内急")]
    [TestCase("[[外{紧急}[[内{编号}]]]]", "", "")]
    [TestCase("[[固定]]", "", "固定")]
    [TestCase("[[\n{紧急}]]行", "", "行")]
    [TestCase("{紧急}", "[[{编号}]]", "[[{编号}]]")]
    public void Pieces_stand_or_fall_with_their_own_slots(string text, string urgency, string shown) =>
        Assert.That(TextPieces.Fill(text, slot => slot == "紧急" ? urgency : "#1"), Is.EqualTo(shown));

    [TestCase("电话 13800070007。", "电话 138****0007。")]
    [TestCase("138-0007-0007/138 0007 0007", "138****0007/138****0007")]
    [TestCase("13800070007", "138****0007")]
    [TestCase("8613800070007 +86 13800070007", "86138****0007 +86 138****0007")]
    [TestCase("0855-8222333", "085****2333")]
    [TestCase("车牌贵H13800,订单2020022413800070007号,2020-02-24 12:00", "车牌贵H13800,订单2020022413800070007号,2020-02-24 12:00")]
    public void Phones_are_masked_and_other_numbers_are_not(string text, string masked) => Assert.That(Phones.Mask(text), Is.EqualTo(masked));
}
