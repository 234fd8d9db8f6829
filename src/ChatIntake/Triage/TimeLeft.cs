using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatIntake.Triage;

/// <summary>How long a stock lasts or a deadline is away, read from the text: 只够两天, 还能撑12小时, 明天截止.</summary>
internal static partial class TimeLeft
{
    private const string Digits = "零一二三四五六七八九十";

    /// <summary>The shortest time left that is stated, in days, with the words that state it; null where none is.</summary>
    internal static (double Days, string Text)? Find(string text)
    {
        (double Days, string Text)? shortest = null;
        foreach (var match in Stocks().EnumerateMatches(text)) Consider(text.Substring(match.Index, match.Length));
        foreach (var match in Deadlines().EnumerateMatches(text)) Consider(text.Substring(match.Index, match.Length));
        return shortest;

        void Consider(string hit)
        {
            if (Days(hit) is { } days && (shortest is null || days < shortest.Value.Days)) shortest = (days, hit);
        }
    }

    private static double? Days(string hit)
    {
        if (hit.Contains('今', StringComparison.Ordinal) || hit.Contains("马上", StringComparison.Ordinal)) return 0.5;
        if (hit.Contains('明', StringComparison.Ordinal)) return 1.5;
        if (hit.Contains("后天", StringComparison.Ordinal)) return 2.5;
        var amount = Amount().Match(hit);
        if (!amount.Success) return null;
        var number = Number(amount.Groups[1].Value) + (amount.Groups[3].Value.Contains('半', StringComparison.Ordinal) ? 0.5 : 0);
        return amount.Groups[2].Value switch
        {
            "小时" or "个小时" or "钟头" or "个钟头" or "个钟" => number / 24,
            "周" or "个星期" or "星期" or "个礼拜" or "礼拜" => number * 7,
            "个月" => number * 30,
            _ => number,
        };
    }

    private static double Number(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain)) return plain;
        if (text is "半") return 0.5;
        if (text is "两" or "俩") return 2;
        if (text.Length == 1) return Math.Max(1, Digits.IndexOf(text[0], StringComparison.Ordinal));
        // 十二, 二十, 二十五: nobody counts higher in words here.
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        var tens = ten <= 0 ? 1 : Digits.IndexOf(text[ten - 1], StringComparison.Ordinal);
        var ones = ten < text.Length - 1 ? Digits.IndexOf(text[^1], StringComparison.Ordinal) : 0;
        return tens * 10 + Math.Max(0, ones);
    }

    [GeneratedRegex(@"(?:够|撑|顶|维持|坚持|支撑|剩|可用|能用|用得|做到|做得|烧|吃)[^,。!?;\d]{0,6}?(?:\d{1,4}(?:\.\d)?|[一二两三四五六七八九十半]{1,3})个?(?:天|日|小时|钟头|周|星期|礼拜|月)半?|(?:够|撑|顶|维持|坚持|做)(?:不到|不过|到)?(?:今天|今晚|明天|明早|后天)")]
    private static partial Regex Stocks();

    [GeneratedRegex(@"(?:今天|今晚|今日|明天|明早|明日|后天)[^,。!?;]{0,8}?(?:截止|到期|最后期限|交货|要交|开庭|断供|断料|停机|停产|停炉)|(?:还有|还剩|只剩|只有|不到)(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:天|小时|钟头)[^。!?;]{0,6}?(?:截止|到期|停|断)")]
    private static partial Regex Deadlines();

    [GeneratedRegex(@"(\d{1,4}(?:\.\d)?|[一二两三四五六七八九十半]{1,3})(个?(?:天|日|小时|钟头|钟|周|星期|礼拜|月))(半?)")]
    private static partial Regex Amount();
}
