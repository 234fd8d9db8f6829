using System.Globalization;

namespace ChatIntake.Triage;

/// <summary>Reads the small numbers of speech: 3, 1.5, 两, 半, 十二, 二十五.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九十";

    /// <summary>The number, or null where the text is none below a hundred.</summary>
    internal static double? Read(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain)) return plain;
        if (text == "半") return 0.5;
        var half = text.EndsWith('半') ? 0.5 : 0;
        var digits = text.TrimEnd('半').Replace('两', '二');
        if (digits.Length == 1) return Digit(digits[0]) + half;
        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        if (ten is < 0 or > 1 || digits.Length > ten + 2) return null;
        var tens = ten == 0 ? 1 : Digit(digits[0]);
        var ones = digits.Length > ten + 1 ? Digit(digits[^1]) : 0;
        return tens * 10 + ones + half;
    }

    private static double? Digit(char digit) => Digits.IndexOf(digit, StringComparison.Ordinal) is var value and >= 0 ? value : null;
}
