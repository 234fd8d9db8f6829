using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Notices;

public sealed class NoticeTextsTests
{
    private static Dictionary<string, string> Shipped => new(RuleDocuments.ParseFiles(TownFiles.Rule(RuleKinds.Texts)));

    [Test]
    public void The_shipped_texts_have_every_template_and_only_the_summary_is_markdown()
    {
        var texts = NoticeTexts.Parse(Shipped);
        Assert.That(NoticeTexts.Templates.Where(t => texts[t].Markdown), Is.EqualTo(new[] { "daily" }));
    }

    [TestCase("[order]", "[ordre]", "staff.txt:没有用到的文本“ordre”", "缺少文本“order”")]
    [TestCase("{编号} 待认领", "{号码} 待认领", "staff.txt:文本“case.unclaimed”里的“{号码}”不认识")]
    [TestCase("[case.raised]", "[order]", "staff.txt:文本“order”写了两次", "缺少文本“case.raised”")]
    [TestCase("{编号} 待认领[[:", "{编号} 待认领[:", "staff.txt:文本“case.unclaimed”的 [[ ]] 不成对")]
    [TestCase("{编号} 待认领", "{编号 待认领", "staff.txt:文本“case.unclaimed”的 { } 不成对")]
    [TestCase("{编号} 待认领", "编号} 待认领", "staff.txt:文本“case.unclaimed”的 { } 不成对")]
    [TestCase("// 发到", "发到", "staff.txt:“发到工作群、责任单位和上级的通知。”不属于任何文本")]
    public void What_is_wrong_with_a_text_is_named(string part, string instead, params string[] errors)
    {
        var files = Shipped;
        files["staff.txt"] = files["staff.txt"].Replace(part, instead, StringComparison.Ordinal);
        Assert.That(() => NoticeTexts.Parse(files), Throws.InstanceOf<RuleException>().With.Message.EqualTo(string.Join("\n", errors)));
    }

    [Test]
    public void An_empty_text_is_refused_and_all_findings_come_at_once()
    {
        var files = Shipped;
        files["more.txt"] = "[unheard.of]\n\n[todo]\n{x}";
        Assert.That(() => NoticeTexts.Parse(files), Throws.InstanceOf<RuleException>().With.Message.EqualTo(
            "more.txt:没有用到的文本“unheard.of”\nmore.txt:文本“unheard.of”是空的\nmore.txt:文本“todo”写了两次\nmore.txt:文本“todo”里的“{x}”不认识"));
    }

    [Test]
    public void Line_ends_of_any_system_read_alike()
    {
        var files = Shipped.ToDictionary(f => f.Key, f => f.Value.ReplaceLineEndings("\r\n"));
        var (texts, shipped) = (NoticeTexts.Parse(files), NoticeTexts.Parse(Shipped));
        Assert.That(NoticeTexts.Templates.Select(t => texts[t]), Is.EqualTo(NoticeTexts.Templates.Select(t => shipped[t])));
    }

    [Test]
    public void Every_slot_that_may_be_used_is_filled_from_something()
    {
        var used = string.Join('\n', Shipped.Values);
        Assert.That(NoticeSlots.Names.Where(s => !used.Contains("{" + s + "}", StringComparison.Ordinal)), Is.EquivalentTo(new[] { "对象" }));
    }
}
