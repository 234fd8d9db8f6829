namespace ChatIntake.Tests.Segmentation.Entities;

internal sealed class FixedWordsTests
{
    private const string Words =
        """
        一下 一些 三番五次 一方面 一般 十分 千万 万一 一起 统一 周到 五金 三轮车 四川 八卦 九江 六盘水 一直 一定 一样 一切 一旦 一律 一共 一边 一再 一向 一贯 一心 一手 一同 一道 一致 一并
        一路 一口气 一次性 一部分 一家人 一个劲 一个样 一度 一时 一辈子 唯一 单一 同一 逐一 三门峡 五台山 三台县 三农 三方 四方 四处 四面八方 七上八下 乱七八糟 七嘴八舌 接二连三 三心二意
        三言两语 五花八门 五险一金 百姓 百货 百度 千方百计 千斤顶 千家万户 成千上万 万分 万科 万能 十字路口 十足 十全十美 半导体 半成品 半路 二维码 二手 二期 两会 两边 两地 两口子 数一数二 几乎 几何
        第一 第二 大陆 队伍 收拾 陆续 伍先生 一站式 一揽子 一票否决 一刀切 一把手 三班倒 独一无二 说一不二 三长两短 三三两两 一笔勾销 十万火急 九牛一毛 有一说一
        """;

    private static IEnumerable<string> Each => Words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    [TestCaseSource(nameof(Each))]
    public void A_numeral_in_a_fixed_word_counts_nothing(string word) => Assert.Multiple(() =>
    {
        Assert.That(Found.Texts(word), Is.Empty);
        Assert.That(Found.Texts($"我们{word}的"), Is.Empty);
    });

    [Test]
    public void What_follows_a_fixed_word_is_found() => Assert.That(
        Found.Texts("万一三天不来,十分钟,四川两车,一起5台"), Is.EqualTo(new[] { "Duration 三天", "Duration 十分钟", "Quantity 两车", "Quantity 5台" }));
}
