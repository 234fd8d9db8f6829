using ChatIntake.Segmentation;
using CsCheck;

namespace ChatIntake.Tests.Segmentation;

internal sealed class SegmenterTests
{
    private static readonly Segmenter Segmenter = new();

    [Test]
    public void Words_are_found()
    {
        Assert.That(Words("车辆在高速路口受阻"), Is.EqualTo(new[] { "车辆", "在", "高速", "路口", "受阻" }));
    }

    [Test]
    public void A_word_that_was_added_is_not_cut_apart()
    {
        Segmenter.AddWord("贵和隆玻");

        Assert.That(Words("昨天贵和隆玻停了"), Does.Contain("贵和隆玻"));
    }

    [TestCase("")]
    [TestCase("\ud83d")]
    [TestCase("\udc0d头\ud83d\r\n")]
    [TestCase("〇𠀀𠀁\0\u200b\uffff")]
    [TestCase("a.5%+++1.2.3 c++ AT&T\t\u3000")]
    public void Odd_texts_come_back_whole(string text)
    {
        Assert.That(string.Concat(Words(text)), Is.EqualTo(text));
    }

    [TestCase("堵")]
    [TestCase("啊哈")]
    [TestCase("a")]
    [TestCase("\ud83d\ude00")]
    public void A_huge_repeat_comes_back_whole(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 20_000));

        Assert.That(string.Concat(Words(text)), Is.EqualTo(text));
    }

    [Test]
    public void Tokens_joined_give_back_any_input()
    {
        var chinese = Gen.Char['\u4e00', '\u9fa5'];
        var text = Gen.OneOf(Gen.String, Gen.String[chinese, 0, 40], Gen.String[Gen.OneOf(chinese, Gen.Char), 0, 700]);

        text.Sample(t => string.Concat(Words(t)) == t, iter: 400);
    }

    [Test]
    public void Threads_may_cut_while_a_word_is_added()
    {
        var expected = Words("物流园的通行证还没有批下来");

        Parallel.For(0, 200, i =>
        {
            if (i % 20 == 0) Segmenter.AddWord("新词" + (char)('一' + i));
            Assert.That(Words("物流园的通行证还没有批下来"), Is.EqualTo(expected));
        });
    }

    private static string[] Words(string text)
    {
        var tokens = new List<Token>();
        Segmenter.Cut(text, tokens);
        return [.. tokens.Select(t => t.In(text).ToString())];
    }
}
