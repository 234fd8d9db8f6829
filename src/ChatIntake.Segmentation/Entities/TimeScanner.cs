namespace ChatIntake.Segmentation.Entities;

/// <summary>Times of the day: 8点, 八点半, 下午3点, 早上七点二十, 14:30, 20时; parts of the day by themselves: 晚上, 半夜.</summary>
internal static class TimeScanner
{
    private static readonly string[] Parts = ["早上", "早晨", "清晨", "凌晨", "上午", "中午", "正午", "午后", "下午", "傍晚", "晚上", "夜里", "夜间", "深夜", "半夜", "夜晚"];

    /// <summary>Behind the time that begins here; 0 for none.</summary>
    public static int Scan(ref FoldedText text, int at)
    {
        var part = Part(ref text, at);
        if (part == 0) return Clock(ref text, at, false);
        return Clock(ref text, text[part] == ' ' ? part + 1 : part, true) is > 0 and var end ? end : part;
    }

    private static int Part(ref FoldedText text, int at)
    {
        if (!text.Any(at + 1, "上晨午晚里间夜后")) return 0;
        foreach (var part in Parts)
            if (text.Has(at, part)) return part is "午后" && text.Any(at - 1, "下中上端正") ? 0 : at + part.Length;
        return 0;
    }

    private static int Clock(ref FoldedText text, int at, bool part)
    {
        var hour = text[at] is '零' or '0' && !text.Digit(at + 1) ? at + 1 : Numerals.Small(ref text, at, 24, out _);
        if (hour == 0 && text.Has(at, "00:")) hour = at + 2;
        if (hour > 0 && text.Any(hour, "-~到至") && Numerals.Small(ref text, hour + 1, 24, out _) is > 0 and var last && text[last] is '点' or '时') hour = last;
        return text[hour] switch
        {
            _ when hour == 0 => 0,
            ':' when text.Digit(at) => Colon(ref text, hour + 1),
            '点' or '點' => Point(ref text, at, hour + 1, part),
            '时' when (text.Digit(at) || part) && !text.Any(hour + 1, "间候常至隔期段刻代效") => Minutes(ref text, hour + 1),
            _ => 0,
        };
    }

    private static int Colon(ref FoldedText text, int at)
    {
        var minutes = text.Digits(at, 3);
        if (minutes != at + 2 || text[at] > '5') return 0;
        if (text[minutes] != ':') return minutes;
        var seconds = text.Digits(minutes + 1, 3);
        return seconds == minutes + 3 && text[minutes + 1] <= '5' && text[seconds] != ':' ? seconds : 0;
    }

    private static int Point(ref FoldedText text, int start, int at, bool part)
    {
        if (text[at] is '钟' or '整') return at + 1;
        if (text[at] == '半' && !text.Any(at + 1, "个小天")) return at + 1;
        if (text[at + 1] == '刻' && text.Any(at, "一三13")) return at + 2;
        var minutes = Minutes(ref text, at);
        if (minutes > at || part) return text[minutes] == '多' ? minutes + 1 : minutes;
        // 三点要求, 一点都不, 两点意见: points, not hours.
        if (text.Any(at, "要意建原希说体注措情理问内都也儿")) return 0;
        if (text[start] is '一' && start == at - 2) return 0;
        if (text[start] is '两' or '二' && start == at - 2) return text.Any(at, "前到左之以开来出") ? at : 0;
        return text[at] == '多' ? at + 1 : at;
    }

    // 20分, 二十, 零五: a single digit needs 分, and nothing that it could count may follow.
    private static int Minutes(ref FoldedText text, int at)
    {
        var start = text[at] == '零' ? at + 1 : at;
        var end = Numerals.Small(ref text, start, 59, out _);
        if (end == 0) return at;
        if (text[end] == '分') return text[end + 1] == '钟' ? end + 2 : end + 1;
        if (end - start == 1 && start == at && text[start] != '十') return at;
        if (text.Any(end, "点时:.%年月号日") || text.Letter(end)) return at;
        return Units.At(ref text, end, new Number(end, 20, text.Digit(start), false, false, false)) is null ? end : at;
    }
}
