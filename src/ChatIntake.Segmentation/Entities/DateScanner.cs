namespace ChatIntake.Segmentation.Entities;

/// <summary>Days by number: 2月10号, 10号, 2020-02-10, 2020年2月, 2/10, 二月初十, 正月十五, 腊月二十八; the rest by <see cref="DayWords"/>.</summary>
internal static class DateScanner
{
    // What a number and 号 name besides a day: 3号楼, 2号线.
    private const string Numbered = "车楼杆炉机线门井库栋窑池泵仓桥房矿桩岗坝锅皮站厅院塔罐灯口路段柜台床位文令厂宿变主高弄地坑硐洞巷煤坡点店召码称外工信店馆";

    /// <summary>Behind the date that begins here; 0 for none.</summary>
    public static int Scan(ref FoldedText text, int at) => text[at] switch
    {
        var c when char.IsAsciiDigit(c) => Math.Max(Math.Max(Full(ref text, at), Slashed(ref text, at)), Math.Max(YearFirst(ref text, at), MonthFirst(ref text, at))),
        '农' => text.Has(at, "农历") ? Lunar(ref text, at + 2) : 0,
        '大' when text.Has(at, "大年") => text.Has(at + 2, "三十") ? at + 4 : First(ref text, at + 2),
        '初' => First(ref text, at),
        '正' or '腊' or '冬' => Lunar(ref text, at),
        var c when Numerals.Is(c) || c == '廿' => Math.Max(YearFirst(ref text, at), MonthFirst(ref text, at)),
        _ => DayWords.Scan(ref text, at),
    };

    /// <summary>Behind what goes on after a year: a month, its end, its half.</summary>
    public static int BehindYear(ref FoldedText text, int at)
    {
        if (Numerals.Small(ref text, at, 12, out _) is > 0 and var month && text[month] == '月') return BehindMonth(ref text, month + 1);
        if (text[at] == '年' && text.Any(at + 1, "底初末")) return at + 2;
        if (text.Has(at, "上半年") || text.Has(at, "下半年")) return at + 3;
        return text.Any(at, "底初末") ? at + 1 : at;
    }

    /// <summary>Behind what goes on after 月: a day, or 底, 初, 中旬.</summary>
    public static int BehindMonth(ref FoldedText text, int at)
    {
        if (First(ref text, at) is > 0 and var lunar) return lunar;
        if (text.Any(at, "上中下") && text[at + 1] == '旬') return at + 2;
        if (Day(ref text, at) is > 0 and var day) return day;
        // 2月10, with nothing that it could count behind it.
        if (Numerals.Small(ref text, at, 31, out _) is > 0 and var bare && text.Digit(at) && !char.IsLetterOrDigit(text[bare]) && !text.Any(bare, ".%:/-~°℃")) return bare;
        return text.Any(at, "底初末份") ? at + 1 : at;
    }

    private static int Full(ref FoldedText text, int at)
    {
        if (text.Digits(at, 5) != at + 4 || !text.Any(at + 4, "-/.")) return 0;
        var sign = text[at + 4];
        var month = Numerals.Small(ref text, at + 5, 12, out _);
        if (month == 0 || text[month] != sign) return 0;
        var day = Numerals.Small(ref text, month + 1, 31, out _);
        return day == 0 || !text.Digit(month + 1) || (text[day] == sign && text.Digit(day + 1)) ? 0 : Behind(ref text, day);
    }

    private static int Slashed(ref FoldedText text, int at)
    {
        var month = Numerals.Small(ref text, at, 12, out _);
        if (month == 0 || !text.Any(month, "/.")) return 0;
        var sign = text[month];
        var day = Numerals.Small(ref text, month + 1, 31, out _);
        if (day == 0 || !text.Digit(month + 1)) return 0;
        if (text.Any(day, "号日")) return day + 1;
        return sign == '/' && !text.Any(day, "/.%") && !text.Letter(day) ? day : 0;
    }

    private static int YearFirst(ref FoldedText text, int at)
    {
        var end = at;
        while (end - at < 5 && (text.Digit(at) ? text.Digit(end) : Numerals.Digit(text[end]) >= 0)) end++;
        if (text[end] != '年') return 0;
        var behind = BehindYear(ref text, end + 1);
        // 20年 is as well how long; with a month it is a year.
        if (end - at == 2) return text.Digit(at) && behind > end + 2 ? behind : 0;
        return end - at == 4 && text[at] is '1' or '2' or '一' or '二' ? behind : 0;
    }

    private static int MonthFirst(ref FoldedText text, int at)
    {
        if (Day(ref text, at) is > 0 and var day) return day;
        var month = Numerals.Small(ref text, at, 12, out _);
        if (Numerals.Small(ref text, at, 4, out _) is > 0 and var quarter && text.Has(quarter, "季度")) return quarter + 2;
        if (month == 0 || text[month] != '月' || text.Any(month + 1, "饼亮球嫂经薪租均供结")) return 0;
        return BehindMonth(ref text, month + 1);
    }

    // 10号, 十五日, 10-15号; a comma of enumeration too: 10、11号.
    private static int Day(ref FoldedText text, int at)
    {
        var end = Numerals.Small(ref text, at, 31, out var value);
        if (end > 0 && text.Any(end, "-~到至、") && Numerals.Small(ref text, end + 1, 31, out var last) is > 0 and var second && last > value && text.Any(second, "号日")) end = second;
        // 〔2020〕4号 is the number of a document.
        if (end == 0 || !text.Any(end, "号日") || text.Any(at - 1, "〕]】")) return 0;
        if (text[end] == '号' ? text.Any(end + 1, Numbered) : text.Any(end + 1, "内后均产游元耗报")) return 0;
        return text[end] == '日' && value == 1 && text.Any(end + 1, "三千之") ? 0 : end + 1;
    }

    private static int Lunar(ref FoldedText text, int at)
    {
        var month = text.Any(at, "正腊冬") ? at + 1 : Numerals.Small(ref text, at, 12, out _);
        if (month == 0 || text[month] != '月') return 0;
        if (First(ref text, month + 1) is > 0 and var first) return first;
        if (!text.Digit(month + 1) && Numerals.Small(ref text, month + 1, 30, out _) is > 0 and var day) return day;
        return BehindMonth(ref text, month + 1);
    }

    // 初一 to 初十; not 初三 with a school year, 初步, 初一年级.
    private static int First(ref FoldedText text, int at)
    {
        if (text[at] != '初' || text.Any(at - 1, "最当起")) return 0;
        var day = Numerals.Digit(text[at + 1]) > 0 && text[at + 1] != '两' || text[at + 1] == '十' ? at + 2 : 0;
        return day == 0 || Numerals.Is(text[day]) || text.Any(day, "年学毕的班") ? 0 : day;
    }

    private static int Behind(ref FoldedText text, int day) => text.Any(day, "号日") ? day + 1 : day;
}
