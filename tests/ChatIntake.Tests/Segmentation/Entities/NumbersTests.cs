using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Tests.Segmentation.Entities;

internal sealed class NumbersTests
{
    [TestCase("0", 0)]
    [TestCase("28", 28)]
    [TestCase("２８", 28)]
    [TestCase("3.5", 3.5)]
    [TestCase("1,200.5", 1200.5)]
    [TestCase("十", 10)]
    [TestCase("十二", 12)]
    [TestCase("二十", 20)]
    [TestCase("两", 2)]
    [TestCase("两百", 200)]
    [TestCase("一百零五", 105)]
    [TestCase("一百一十二", 112)]
    [TestCase("一百二", 120)]
    [TestCase("两千三", 2300)]
    [TestCase("一千零五十", 1050)]
    [TestCase("三万五", 35000)]
    [TestCase("3万5", 35000)]
    [TestCase("3万5千", 35000)]
    [TestCase("3万5000", 35000)]
    [TestCase("二十八万", 280000)]
    [TestCase("28.5万", 285000)]
    [TestCase("28.5w", 285000)]
    [TestCase("28.5Ｗ", 285000)]
    [TestCase("5千", 5000)]
    [TestCase("三点五", 3.5)]
    [TestCase("三点五万", 35000)]
    [TestCase("零点五", 0.5)]
    [TestCase("一亿三千万", 130000000)]
    [TestCase("三千二百万零八", 32000008)]
    [TestCase("2万亿", 2e12)]
    [TestCase("二〇二〇", 2020)]
    [TestCase("叁万贰仟", 32000)]
    [TestCase("半", 0.5)]
    public void Numbers_are_read(string text, double value) =>
        Assert.That((Numbers.TryReadNumber(text, out var read), read), Is.EqualTo((true, (decimal)value)));

    [TestCase("")]
    [TestCase(" 1")]
    [TestCase("百")]
    [TestCase("千万")]
    [TestCase("十几")]
    [TestCase("两三")]
    [TestCase("五六十")]
    [TestCase("-3")]
    [TestCase("1.2.3")]
    [TestCase("三5")]
    [TestCase("万一")]
    [TestCase("12吨")]
    [TestCase("一百二百")]
    [TestCase("99999999999999999999999999999999")]
    [TestCase("九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九")]
    public void What_is_no_number_is_refused(string text) =>
        Assert.That((Numbers.TryReadNumber(text, out var read), read), Is.EqualTo((false, 0m)));

    [Test]
    public void Spoken_numbers_come_back() => Assert.Multiple(() =>
    {
        for (var number = 1; number < 100_000; number += 37)
            Assert.That(Numbers.TryReadNumber(Spoken(number), out var read) ? read : -1, Is.EqualTo((decimal)number), Spoken(number));
    });

    [Test]
    public void Any_text_of_numerals_is_read_or_refused()
    {
        const string signs = "零一二两三九十百千万亿点半几数0159,.wW";
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => signs[random.Next(signs.Length)])]);
            Assert.That(Numbers.TryReadNumber(text, out var value) || value == 0, text);
        }
    }

    // Written out in full: 一万零五百零三.
    private static string Spoken(int number)
    {
        var (text, gap) = ("", false);
        foreach (var (power, name) in new[] { (10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / power % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }
            text += (gap ? "零" : "") + "零一二三四五六七八九"[digit] + name;
            gap = false;
        }
        return text;
    }
}
