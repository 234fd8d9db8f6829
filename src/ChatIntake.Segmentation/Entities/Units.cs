namespace ChatIntake.Segmentation.Entities;

/// <summary>Which numbers a unit goes with.</summary>
internal enum Fit
{
    Any,

    /// <summary>Decimal digits, or a Chinese number of ten and more: the unit has other meanings (方, 匹, 头).</summary>
    Plain,

    /// <summary>Decimal digits only: 安, 伏, Latin letters.</summary>
    Arabic,

    /// <summary>Anything but one: 起, 口, 班.</summary>
    NotOne,
}

/// <summary>A measure: what it measures, the numbers that it goes with, and the characters before which it is part of another word.</summary>
internal sealed record Unit(string Text, EntityKind Kind, Fit Fit, string NotBefore);

/// <summary>The measures that are known, the longest first.</summary>
internal static class Units
{
    // A line a group: kind, fit, and words; behind a slash the characters that may not follow.
    private const string List =
        """
        q any 吨 公吨 公斤 千克 斤 克/服隆 毫克 立方米 立方 方米 毫升 公里 千米 米/饭粉线 厘米 毫米 丈/夫 尺/寸 平方米 平方公里 平方 平米 亩 公顷 度电 千瓦时 千瓦 兆瓦 千伏安 千伏 摄氏度 赫兹 标方
        q any 人/间才民口家心生工员防大行为均份事 人次 人份 位/于置数移 名/单字称义额誉录下胶 台/风阶湾账 辆 车/间辆牌道站身载主窗门号 车皮 车次 趟 次/性品日要序生第 批/准评发文示复改 件 条/例款理 份/额 户/口 套/路 箱/子 桶 瓶 盒/子 袋/子 棵 株 枚 辆次 根/据本源治 支/持付撑出队援 张/家姓 只/要有能是好得 副/总局县市主 栋 幢 艘 架/构子 盏 项/目 笔/试记者 柜 罐 槽/车 班次 桌/子 户次 处/理分长置罚于罚 家/人子伙庭长里电具乡属禽 层/次面级 种/植地子田 片/区面段 节/约能日省点假 本/来地身人月周年质次省市县着科 遍/布地 回/来去复家到应头收 吨位 号人 里路 顿/时 拨/款打给开 列/表出为明入举车 床/位单 间/隔接 座/谈位 排/放污查队水出 组/织成长员建 套次 把/握关门手 部/门分队长委署 卷 包/括装含容裹工 双/方向休 单/位独纯元身价一据 度/过假日量 升/级高温降学 转/运移让型产变到发账 个/劲样体 个人
        q notone 起/来码初诉火床 口/罩岸袋粮头号径气 班/组子长车级 岗/位 道/路歉理德 门/口店市 步/骤伐行
        q plain 方/面便案式法向位针言米程可才能块形圆 匹 头/部盔疼痛脑版 平/台方安均时常稳面米
        q arabic 安/全排装检顺置心徽 伏 瓦/斯 KG G/网基手项信时卡流套技和通 T KT L ML M2 M3 M³ M² CM MM KM KW KWH KVA KV V A/级类景 AH MW MWH GWH MVA MPA KPA PA HZ KHZ MG UG UM ℃ ° ㎡ M³/H NM3 PPM MB GB TB DB RPM 寸 里/面程
        m any 元/旦宵件素老月朝气 元钱 人民币 美元 美金 欧元 港币 日元 块钱 毛/病巾利坯线料 毛钱 角/度色落钢 分钱 圆
        m arabic RMB
        d any 天/然津气线河台上空堂 小时 个小时 钟头 个钟头 个钟 分钟 秒/杀 秒钟 刻钟 周/边围转岁期年 个周 星期 个星期 礼拜 个礼拜 个月 个季度 年/级代货轻味薪终底初头 周年 昼夜 个工作日 工作日 个自然日 个昼夜 天时间 日内 日后 个晚上 个夜班 个白天
        d arabic H MIN S HOURS DAYS
        p any % ‰ 个百分点 百分点 成/功立本品果员为长交都就套了绩熟才群人型分是 折/腾扣旧断
        """;

    private static readonly Dictionary<char, Unit[]> ByFirst = Read().GroupBy(u => u.Text[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(u => u.Text.Length).ToArray());

    /// <summary>The longest unit that stands here and goes with the number; null for none.</summary>
    public static Unit? At(ref FoldedText text, int at, in Number number)
    {
        if (!ByFirst.TryGetValue(text[at], out var units)) return null;
        foreach (var unit in units)
            if (text.Has(at, unit.Text) && Fits(unit, number) && !text.Any(at + unit.Text.Length, unit.NotBefore) && Ends(ref text, at + unit.Text.Length)) return unit;
        return null;
    }

    private static bool Fits(Unit unit, in Number number) => unit.Fit switch
    {
        Fit.Plain => number.Arabic || number.Value >= 10,
        Fit.Arabic => number.Arabic,
        Fit.NotOne => number.Value != 1,
        _ => true,
    };

    // A unit of letters is no beginning of a longer word: 3K in 3KTV.
    private static bool Ends(ref FoldedText text, int end) => !char.IsAsciiLetter(text[end - 1]) || !char.IsAsciiLetterOrDigit(text[end]);

    private static IEnumerable<Unit> Read() =>
        from line in List.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        let words = line.Split(' ')
        from word in words.Skip(2)
        let parts = word is "M³/H" ? [word] : word.Split('/')
        select new Unit(parts[0], KindOf(words[0]), Enum.Parse<Fit>(words[1] == "notone" ? nameof(Fit.NotOne) : words[1], ignoreCase: true), parts.ElementAtOrDefault(1) ?? "");

    private static EntityKind KindOf(string code) => code switch
    {
        "m" => EntityKind.Money, "d" => EntityKind.Duration, "p" => EntityKind.Percentage, _ => EntityKind.Quantity,
    };
}
