namespace ChatIntake.Segmentation.Entities;

/// <summary>Numbers with what they count: quantities, money, shares and durations, estimates and ranges included (三百多人, 5、6台, 3-5天, 两天半, 半个月).</summary>
internal static class AmountScanner
{
    public static bool Starts(ref FoldedText text, int at) => text[at] switch
    {
        '半' => !text.Any(at - 1, "上下大夜多对过一"),
        '好' => text[at + 1] == '几',
        '上' or '近' => Numerals.Power(text[at + 1]) >= 100,
        '数' => Numerals.Power(text[at + 1]) > 0 && !text.Any(at - 1, "人指总倍次参分系个位基函算"),
        '¥' or '$' => true,
        var c when Numerals.OfBills(c) => Numerals.OfBills(text[at + 1]) || Numerals.Power(text[at + 1]) > 0,
        var c => char.IsAsciiDigit(c) || Numerals.Is(c),
    };

    /// <summary>Behind the amount that begins here, with its kind; 0 for none.</summary>
    /// <param name="blocked">Behind the number that begins here, whether it counts something or not: nothing else begins inside it.</param>
    public static int Scan(ref FoldedText text, int at, out EntityKind kind, out int blocked)
    {
        blocked = at + 1;
        kind = EntityKind.Quantity;
        if (text[at] is '¥' or '$')
        {
            kind = EntityKind.Money;
            return Signed(ref text, at);
        }
        if (Shares.Scan(ref text, at) is > 0 and var share)
        {
            kind = EntityKind.Percentage;
            return share;
        }
        var number = First(ref text, at);
        if (number.End == 0) return 0;
        blocked = number.End;
        if (text[number.End] == '.' && text.Digit(number.End + 1)) return 0;
        if (Upper(ref text, number) is { End: > 0 } upper && Measured(ref text, upper, out kind) is > 0 and var far) return far;
        return Measured(ref text, number, out kind);
    }

    private static Number First(ref FoldedText text, int at) => text[at] switch
    {
        '半' => new Number(at + 1, 0.5m, false, false, false, false),
        '好' => NumberScanner.Scan(ref text, at + 1),
        '上' or '近' => NumberScanner.Scan(ref text, at + 1, bare: true),
        _ => NumberScanner.Scan(ref text, at),
    };

    // The second number of a range: 3-5天, 三到五天, 1200~1500公斤; by 、 only of neighbours: 5、6台.
    private static Number Upper(ref FoldedText text, in Number low)
    {
        if (low.ByLetter || !text.Any(low.End, "-~到至、")) return default;
        var high = NumberScanner.Scan(ref text, low.End + 1);
        if (high.End == 0) return default;
        var follows = text[low.End] == '、' ? high.Value == low.Value + 1 && high.Value < 100 : high.Value > low.Value || high.Large;
        return follows ? high : default;
    }

    private static int Measured(ref FoldedText text, in Number number, out EntityKind kind)
    {
        var at = About(ref text, number, out var large);
        if (text[at] == ' ' && number.Arabic && at == number.End) at++;
        if (Units.At(ref text, at, number) is { } unit) return UnitTail.End(ref text, at + unit.Text.Length, unit, out kind);
        if (text[at] == '块') return UnitTail.Piece(ref text, at, number, out kind);
        kind = number.ByLetter ? EntityKind.Money : EntityKind.Quantity;
        if (number.ByLetter) return text.Any(at, "灯电功的") ? 0 : number.End;
        // A number that is large by itself counts without a unit: 28万, 二十八万多.
        return !large || text.Any(at, "火分般") ? 0 : at > number.End && text[at - 1] is '来' or '几' or ' ' ? number.End : at;
    }

    // 三百多, 二十几, 一千多万: behind them a power may stand once more.
    private static int About(ref FoldedText text, in Number number, out bool large)
    {
        large = number.Large;
        if (number.ByLetter || !text.Any(number.End, "多余来几")) return number.End;
        if (Numerals.Power(text[number.End + 1]) < 10_000) return number.End + 1;
        large = true;
        return number.End + 2;
    }

    // The sign makes it money, whatever follows.
    private static int Signed(ref FoldedText text, int at)
    {
        var number = NumberScanner.Scan(ref text, text[at + 1] == ' ' ? at + 2 : at + 1);
        if (number.End == 0 || !number.Arabic) return 0;
        return Measured(ref text, number, out var kind) is > 0 and var end && kind == EntityKind.Money ? end : number.End;
    }
}
