using System.Text;
using ChatIntake.WeCom.Webhooks;
using CsCheck;

namespace ChatIntake.Tests.WeCom.Webhooks;

public sealed class Utf8BudgetTests
{
    private static readonly Gen<string> ChatText =
        Gen.OneOf(Gen.String, Gen.OneOf("漏水", "🖨", "👍🏽", "👨‍👩‍👧", "é", "\n", "\r\n", "\n\n", "一行较长的文字，没有任何换行符号，用来跨页。"))
            .Array[0, 40].Select(string.Concat);

    [TestCase("漏水了", 9, "漏水了")]
    [TestCase("漏水了", 8, "漏水")]
    [TestCase("漏水了", 2, "")]
    [TestCase("abc", 0, "")]
    [TestCase("坏🖨", 7, "坏🖨")]
    [TestCase("坏🖨", 6, "坏")]
    [TestCase("好👍🏽", 10, "好")]
    [TestCase("👍🏽", 7, "👍")]
    [TestCase("👍🏽", 3, "")]
    public void A_cut_falls_between_whole_characters(string text, int maxBytes, string cut) =>
        Assert.That(Utf8Budget.Cut(text, maxBytes), Is.EqualTo(cut));

    [Test]
    public void A_cut_is_the_beginning_and_never_over_the_limit() =>
        Gen.Select(ChatText, Gen.Int[0, 200]).Sample((text, max) =>
        {
            var cut = Utf8Budget.Cut(text, max);
            return text.StartsWith(cut, StringComparison.Ordinal)
                && Encoding.UTF8.GetByteCount(cut) <= max
                && (cut.Length is 0 || cut.Length == text.Length || !char.IsSurrogatePair(text, cut.Length - 1));
        });

    [Test]
    public void A_text_that_fits_is_one_page_without_a_number() =>
        Assert.That(Utf8Budget.Split(new string('漏', 20), 60), Is.EqualTo(new[] { new string('漏', 20) }));

    [Test]
    public void Pages_break_after_lines()
    {
        var pages = Utf8Budget.Split("1. 停电的厂\n2. 漏水的厂\n3. 缺口罩的厂\n4. 缺司机的厂", 45);
        Assert.That(pages, Is.EqualTo(new[]
        {
            "1. 停电的厂\n2. 漏水的厂\n(1/2)", "3. 缺口罩的厂\n4. 缺司机的厂\n(2/2)",
        }));
    }

    [Test]
    public void A_line_longer_than_a_page_is_cut_between_characters() =>
        Assert.That(Utf8Budget.Split(new string('漏', 15), 32), Is.EqualTo(new[]
        {
            "漏漏漏漏漏漏漏漏\n(1/2)", "漏漏漏漏漏漏漏\n(2/2)",
        }));

    [TestCase(9)]
    [TestCase(10)]
    [TestCase(99)]
    [TestCase(100)]
    [TestCase(1000)]
    public void The_number_has_room_however_many_pages_there_are(int lines)
    {
        var pages = Utf8Budget.Split(string.Concat(Enumerable.Repeat("0123456789012345678\n", lines)), 32);
        Assert.That(pages.Select(Encoding.UTF8.GetByteCount), Has.All.LessThanOrEqualTo(32));
        Assert.That(pages[^1], Does.EndWith($"({pages.Count}/{pages.Count})"));
    }

    [Test]
    public void No_character_is_lost_and_no_page_is_over_the_limit() =>
        Gen.Select(ChatText, Gen.Int[Utf8Budget.MinPageBytes, 200]).Sample((text, max) =>
        {
            var pages = Utf8Budget.Split(text, max);
            return string.Concat(Utf8Budget.Pages(text, max)) == text
                && pages.All(page => Encoding.UTF8.GetByteCount(page) <= max)
                && (pages.Count == 1
                    ? pages[0] == text
                    : pages.SequenceEqual(Numbered(Utf8Budget.Pages(text, max))));
        });

    [Test]
    public void A_limit_without_room_for_a_number_is_a_bug_of_the_caller() =>
        Assert.That(() => Utf8Budget.Split("x", 31), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static IEnumerable<string> Numbered(List<string> pages) =>
        pages.Select((page, i) => page.EndsWith('\n') ? $"{page}({i + 1}/{pages.Count})" : $"{page}\n({i + 1}/{pages.Count})");
}
