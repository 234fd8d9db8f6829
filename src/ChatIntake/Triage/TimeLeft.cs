using System.Text.RegularExpressions;

namespace ChatIntake.Triage;

/// <summary>
/// How long a stock lasts or a deadline is away, read from the text: 只够两天, 还能撑12小时, 明天截止, 周五到期. Days of the
/// week and month are counted from the day of posting in Shanghai.
/// </summary>
internal static partial class TimeLeft
{
    // One of these stands in everything that the patterns below find.
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("天日时头周期月晚早明号后拜钟");

    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>
    /// The shortest time left that is stated, in days, with the words that state it, and whether it is a stock that
    /// ends or a stop (rather than a deadline on paper); null where none is stated.
    /// </summary>
    internal static (double Days, string Text, bool Stock)? Find(string text, DateTimeOffset? postedAt)
    {
        if (!text.AsSpan().ContainsAny(Marks)) return null;
        (double Days, string Text, bool Stock)? shortest = null;
        foreach (Match match in Stocks().Matches(text)) Consider(match.Value, SpanOf(match.Value), true);
        foreach (Match match in Deadlines().Matches(text)) Consider(match.Value, SpanOf(match.Value), Stops(match.Value));
        if (postedAt is { } at)
            foreach (Match match in Dates().Matches(text)) Consider(match.Value, DaysTo(match, at.ToOffset(Shanghai)), Stops(match.Value));
        return shortest;

        void Consider(string hit, double? days, bool stock)
        {
            if (days is { } left && (shortest is null || left < shortest.Value.Days)) shortest = (left, hit, stock);
        }
    }

    private static bool Stops(string hit) => hit.AsSpan().IndexOfAny('停', '断') >= 0;

    private static double? SpanOf(string hit)
    {
        if (hit.Contains('今', StringComparison.Ordinal)) return 0.5;
        if (hit.Contains('明', StringComparison.Ordinal)) return 1.5;
        if (hit.Contains("后天", StringComparison.Ordinal)) return 2.5;
        var amount = Amount().Match(hit);
        if (!amount.Success || ChineseNumber.Read(amount.Groups[1].Value) is not { } number) return null;
        if (amount.Groups[3].Length > 0) number += 0.5;
        return amount.Groups[2].Value.TrimStart('个') switch
        {
            "小时" or "钟头" or "钟" => number / 24,
            "周" or "星期" or "礼拜" => number * 7,
            "月" => number * 30,
            _ => number,
        };
    }

    private static double? DaysTo(Match match, DateTimeOffset today)
    {
        if (match.Groups["day"] is { Success: true } day)
        {
            var date = int.Parse(day.ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            return date is < 1 or > 31 ? null : date >= today.Day ? Math.Max(0.5, date - today.Day) : null;
        }
        var weekday = "日一二三四五六".IndexOf(match.Groups["week"].Value.Replace('天', '日'), StringComparison.Ordinal);
        var days = (weekday - (int)today.DayOfWeek + 7) % 7;
        return Math.Max(0.5, days + (match.Value.Contains('下', StringComparison.Ordinal) ? 7 : 0));
    }

    [GeneratedRegex(@"(?:够|撑|顶|维持|坚持|支撑|剩|可用|能用|用得|做到|做得|烧|吃)[^,。!?;\d]{0,6}?(?:\d{1,4}(?:\.\d)?|[一二两三四五六七八九十半]{1,3})个?(?:天|日|小时|钟头|周|星期|礼拜|月)半?|(?:够|撑|顶|维持|坚持|做)(?:不到|不过|到)?(?:今天|今晚|明天|明早|后天)")]
    private static partial Regex Stocks();

    [GeneratedRegex(@"(?:今天|今晚|今日|明天|明早|明日|后天)[^,。!?;]{0,8}?(?:截止|到期|最后期限|交货|要交|开庭|断供|断料|停机|停产|停炉)|(?:还有|还剩|只剩|只有|不到)(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:天|小时|钟头)[^。!?;]{0,6}?(?:截止|到期|停|断)")]
    private static partial Regex Deadlines();

    [GeneratedRegex(@"(?<![前到])(?:(?:(?:做|撑|用|够|维持|顶)[^,。!?;]{0,3}?到|期限是?|时间是?|(?:必须|要)在)[^,。!?;]{0,3}?(?:本|这|下)?(?:周|礼拜|星期)(?<week>[一二三四五六日天])|(?:本|这|下)?(?:周|礼拜|星期)(?<week>[一二三四五六日天])[^,。!?;]{0,3}?(?:前|截止|到期|交货|开庭|断|停)|(?<![\d月.])(?<day>\d{1,2})(?:号|日)[^,。!?;]{0,3}?(?:前|截止|到期|交货|开庭|就断|就停))")]
    private static partial Regex Dates();

    [GeneratedRegex(@"(\d{1,4}(?:\.\d)?|[一二两三四五六七八九十半]{1,3})(个?(?:天|日|小时|钟头|钟|周|星期|礼拜|月))(半?)")]
    private static partial Regex Amount();
}
