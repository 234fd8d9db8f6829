namespace ChatIntake.Segmentation.Entities;

/// <summary>Words in which a numeral counts nothing: 一起, 万一, 三轮车, 六盘水. What is behind a slash are the characters that, when they follow, make it count after all.</summary>
internal static class FixedWords
{
    private const string List =
        """
        一下 一些 一方面 一般 一起 一直 一定 一样 一切 一旦 一律 一共 一边 一再 一向 一贯 一流 一心 一口气 一口价 一手 一行 一级 一体 一经 一味 一身 一概 一番 一阵
        一会 一连 一同 一道 一致 一并 一线 一带 一路 一面 一度/电 一时 一辈子 一部分 一次性 一条龙 一条心 一块/钱五八 一把手 二把手 一家人 一家子 一个劲 一个样 一个个
        一窝蜂 一片红 一成不变 一事一议 一企一策 一人一档 一车一证 一码通 一门心思 一头雾水 一笔勾销 一分为二 一日游 一刀切 一票否决 一把抓 一团糟 一天到晚 一年到头 一家老小
        统一 唯一 惟一 单一 专一 万一 同一 划一 之一 逐一 九牛一毛 不一 三番五次 三番两次 三轮车 三轮 三包/烟货 三方 三农 三亚 三角 三级 三峡 三门峡 三明 三环 三班倒 两班倒 三台县
        三天两头/牛猪羊骡 三心二意 三长两短 三三两两 三言两语 接二连三 四川 四方 四处 四周/的前后内多 四通八达 四季 四面八方 四平 五金 五台山 五谷 五四 五一 五险一金 五花八门 六盘水 六一
        六枝 七上八下 七嘴八舌 乱七八糟 横七竖八 七一 八卦 八一 八面 八达 八方 八宝 九江 九寨沟 九龙 九台 九牧 十分/钟之 十足 十字 十堰 十全 十万火急 十有八九 十万八千 百度 百姓 百货
        千万/元块吨 千方百计 千瓦 千克 千斤顶 千米 千头万绪 千千万万 千家万户 成千上万 万分 万众 万里 万能 万科 万达 万象 万无一失 万万 数一数二 数以万计 亿万 半夜 半路 半导体 半成品 半挂 半边 半截 半自动
        两会 两边 两头/牛猪羊骡 两面 两地 两口子 两难 两岸 两侧 两旁 二维码 二手 二线 二级 二胎 二期 一期 三期 四期 第一 几乎 几何 几家 说一不二 独一无二 三产 二产 一产 一站式 一体化 一揽子 二氧化 一氧化 三氯 四氯 六价
        """;

    private static readonly Dictionary<char, List<(string Word, int Offset, string But)>> ByNumeral = Index();

    /// <summary>Behind the word to which the numeral here belongs; 0 where it stands for itself.</summary>
    public static int Around(ref FoldedText text, int at, int floor)
    {
        if (!ByNumeral.TryGetValue(text[at], out var words)) return 0;
        foreach (var (word, offset, but) in words)
            if (at - offset >= floor && text.Has(at - offset, word) && !text.Any(at - offset + word.Length, but)) return at - offset + word.Length;
        return 0;
    }

    private static Dictionary<char, List<(string Word, int Offset, string But)>> Index()
    {
        var index = new Dictionary<char, List<(string Word, int Offset, string But)>>();
        foreach (var entry in List.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split('/');
            for (var i = 0; i < parts[0].Length; i++)
                if (Numerals.Is(parts[0][i]) || parts[0][i] is '半' or '数' or '上')
                    (index.TryGetValue(parts[0][i], out var words) ? words : index[parts[0][i]] = []).Add((parts[0], i, parts.ElementAtOrDefault(1) ?? ""));
        }
        foreach (var words in index.Values) words.Sort((a, b) => b.Word.Length.CompareTo(a.Word.Length));
        return index;
    }
}
