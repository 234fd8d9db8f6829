namespace ChatIntake.Segmentation.Entities;

/// <summary>The characters of Chinese numbers, those of bills (壹贰叁) included.</summary>
internal static class Numerals
{
    /// <summary>The digit that a character writes, with 〇 and 两; -1 for none.</summary>
    public static int Digit(char c) => c switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '兩' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>The power of ten that a character writes; 0 for none.</summary>
    public static int Power(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        '万' or '萬' => 10_000,
        '亿' or '億' => 100_000_000,
        _ => 0,
    };

    public static bool Is(char c) => c is '几' || Digit(c) >= 0 || Power(c) > 0;

    /// <summary>Whether it is one of the characters of bills, most of which mean something else in running text (队伍, 大陆).</summary>
    public static bool OfBills(char c) => c is '壹' or '贰' or '叁' or '肆' or '伍' or '陆' or '柒' or '捌' or '玖' or '拾' or '佰' or '仟';

    /// <summary>Behind a number from 1 to <paramref name="most"/> (99 at most) that stands here by itself: 8, 08, 八, 十二, 二十九; 0 for none.</summary>
    public static int Small(ref FoldedText text, int at, int most, out int value)
    {
        var end = text.Digit(at) ? Figures(ref text, at, out value) : Spoken(ref text, at, out value);
        return end > 0 && value >= 1 && value <= most ? end : 0;
    }

    private static int Figures(ref FoldedText text, int at, out int value)
    {
        value = 0;
        var end = text.Digits(at, 3);
        if (end - at > 2) return 0;
        for (var i = at; i < end; i++) value = value * 10 + (text[i] - '0');
        return end;
    }

    private static int Spoken(ref FoldedText text, int at, out int value)
    {
        var end = at;
        value = Digit(text[end]);
        if (value >= 0) end++;
        if (text[end] == '十' && value != 0)
        {
            value = Math.Max(value, 1) * 10;
            end++;
            if (Digit(text[end]) > 0) value += Digit(text[end++]);
        }
        else if (text[end] == '廿' && end == at)
        {
            value = 20;
            end++;
            if (Digit(text[end]) > 0) value += Digit(text[end++]);
        }
        return end == at || Is(text[end]) ? 0 : end;
    }
}
