namespace ChatIntake.Segmentation.Entities;

/// <summary>Words that name a day or a part of the calendar: 昨天, 下周一, 月底, 今年.</summary>
internal static class DayWords
{
    // Behind a slash the characters that may not stand before the word, behind a second one those that may not follow.
    private const string List =
        """
        大前天 前天/以之先往最年月日 昨天 昨日 昨晚 昨夜 昨早 今天 今日//头 今早 今晚 今夜 明天 明日//之星 明早 明晚 后天/以之然今往最年月日随先此/性 大后天 次日
        周末 月底 月初//始 月末 年底 年初 年末 年前/多百千当同每近几半 年后/多百千当同每近几半 上半年 下半年 除夕 元旦 春节 元宵节 元宵 端午节 端午 中秋节 中秋 国庆节 国庆 清明节
        """;

    private static readonly string[] Months = ["上个月", "下个月", "这个月", "上月", "下月", "本月", "当月"];
    private static readonly string[] Years = ["今年", "去年", "明年", "前年", "后年"];
    private static readonly string[] WeekPrefixes = ["上上", "下下", "上个", "下个", "这个", "上", "下", "本", "这"];
    private static readonly string[] Weeks = ["周", "星期", "礼拜"];

    // A weekday's numeral that belongs to the next word.
    private static readonly string[] NoWeekdays = ["五金", "三轮", "一般", "一致", "四川"];

    private static readonly Dictionary<char, (string Word, string NotBehind, string NotBefore)[]> ByFirst = List
        .Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('/'))
        .Select(p => (Word: p[0], NotBehind: p.ElementAtOrDefault(1) ?? "", NotBefore: p.ElementAtOrDefault(2) ?? ""))
        .GroupBy(w => w.Word[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());

    /// <summary>Behind the word that begins here; 0 for none.</summary>
    public static int Scan(ref FoldedText text, int at)
    {
        var longest = Math.Max(Week(ref text, at), Math.Max(Month(ref text, at), Year(ref text, at)));
        if (ByFirst.TryGetValue(text[at], out var words))
            foreach (var (word, notBehind, notBefore) in words)
                if (text.Has(at, word) && !text.Any(at - 1, notBehind) && !text.Any(at + word.Length, notBefore)) return Math.Max(longest, at + word.Length);
        return longest;
    }

    private static int Month(ref FoldedText text, int at)
    {
        var end = Behind(ref text, at, Months);
        return end > 0 ? DateScanner.BehindMonth(ref text, end) : 0;
    }

    private static int Year(ref FoldedText text, int at)
    {
        // 往后年, 之前年.
        if (text[at] is '前' or '后' && text.Any(at - 1, "以之往先最日")) return 0;
        var end = Behind(ref text, at, Years);
        return end > 0 ? DateScanner.BehindYear(ref text, end) : 0;
    }

    // 下周, 下周一, 周一, 星期天.
    private static int Week(ref FoldedText text, int at)
    {
        var prefix = Behind(ref text, at, WeekPrefixes);
        var start = prefix > 0 ? prefix : at;
        var week = Behind(ref text, start, Weeks);
        if (week == 0) return 0;
        if (Weekday(ref text, at, week)) return week + 1;
        return prefix > 0 && !text.Any(week, "转边围岁") ? week : 0;
    }

    private static bool Weekday(ref FoldedText text, int at, int day)
    {
        if (!text.Any(day, "一二三四五六日天")) return false;
        if (Behind(ref text, day, NoWeekdays) > 0) return false;
        // 每周三次 counts times; 每周三 is a day.
        return !text.Any(at - 1, "每一") || Units.At(ref text, day + 1, new Number(day + 1, 2, false, false, false, false)) is null;
    }

    private static int Behind(ref FoldedText text, int at, string[] words)
    {
        foreach (var word in words)
            if (text.Has(at, word)) return at + word.Length;
        return 0;
    }
}
