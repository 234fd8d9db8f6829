namespace ChatIntake.Segmentation.Entities;

/// <summary>
/// Reads the longest number at a position, in decimal digits, Chinese characters or both: a digit and the power behind it make a part; parts below 万 a section; sections
/// under 万 and 亿 the whole. A last digit that misses its power is of the next lower one (两千三), unless 零 stands before it.
/// </summary>
internal struct NumberScanner
{
    /// <summary>Nobody writes longer numbers; a limit keeps the work of a scan bounded.</summary>
    private const int Longest = 32;

    // Decimal digits of one figure; what is longer is an order number or the like.
    private const int LongestFigure = 15;

    // Chinese digits in a row without powers: a year or a price; more are a number to dial.
    private const int MostRead = 8;

    private readonly int start;
    private int at;
    private decimal total;
    private decimal section;
    private decimal digit;
    private int digits;
    private int power;
    private int sectionPower = int.MaxValue;
    private bool zero;
    private bool figure;
    private bool arabic;
    private bool estimate;
    private bool large;
    private bool byLetter;

    private NumberScanner(int at) => start = this.at = at;

    /// <param name="bare">Whether a power may come first, as in 上百人.</param>
    public static Number Scan(ref FoldedText text, int at, bool bare = false)
    {
        var scanner = new NumberScanner(at);
        if (bare) (scanner.digit, scanner.digits) = (1, 1);
        while (scanner.at - at < Longest && scanner.Step(ref text))
        {
        }
        return scanner.Result(ref text);
    }

    private bool Step(ref FoldedText text)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c)) return Figure(ref text);
        if (Numerals.Digit(c) is >= 0 and var value) return Digit(value);
        if (c is '几' || (c is '数' && Numerals.Power(text[at + 1]) > 0)) return Some();
        if (Numerals.Power(c) is > 0 and var found) return Power(found);
        if (c == '点') return Point(ref text);
        if (c != 'W' || !figure || digits == 0 || char.IsAsciiLetterOrDigit(text[at + 1])) return false;
        byLetter = Power(10_000);
        return false;
    }

    private bool Figure(ref FoldedText text)
    {
        if (digits > 0 || zero || (at > start && power == 0)) return false;
        var end = Thousands(ref text, text.Digits(at, LongestFigure + 1));
        if (end - at > LongestFigure || text.Digit(end)) return false;
        decimal value = 0;
        for (; at < end; at++)
            if (text[at] != ',') value = value * 10 + (text[at] - '0');
        var places = text[at] == '.' ? text.Digits(at + 1, 7) : 0;
        var unit = 0.1m;
        if (places > at + 1)
            for (at++; at < places; at++, unit /= 10) value += (text[at] - '0') * unit;
        (digit, digits, figure, arabic) = (value, value < 10 && decimal.IsInteger(value) ? 1 : 2, true, true);
        return true;
    }

    private readonly int Thousands(ref FoldedText text, int end)
    {
        if (end - at > 3) return end;
        while (text[end] == ',' && text.Digits(end + 1, 4) == end + 4 && end - at < LongestFigure) end += 4;
        return end;
    }

    private bool Digit(int value)
    {
        if ((figure && digits > 0) || digits > LongestFigure) return false;
        at++;
        if (value == 0 && power > 0 && digits == 0)
        {
            zero = true;
            return true;
        }
        // 十七八: the second digit says that the first is not sure.
        if (digits > 0 && power > 0)
        {
            if (estimate) at--;
            return !estimate && (estimate = true);
        }
        if (digits == 1 && value > 0 && digit > 0) estimate = true;
        else if (digits > 1 || value == 0) estimate = false;
        digit = digit * 10 + value;
        digits++;
        return true;
    }

    private bool Some()
    {
        if (digits > 0 || zero) return false;
        (digit, digits, estimate) = (3, 1, true);
        at++;
        return true;
    }

    private bool Power(int found)
    {
        // 五六十: two digits before a power are one that is not sure; more are no number with powers.
        if (digits == 2 && !figure && power == 0 && estimate) (digit, digits) = (decimal.Floor(digit / 10), 1);
        if (digits > 1 && !figure) return false;
        if (digits == 0 && section == 0 && found != 10 && !(found == 100_000_000 && total > 0)) return false;
        if (!(found < 10_000 ? Part(found) : Section(found))) return false;
        (digit, digits, power, zero) = (0, 0, found, false);
        large |= found >= 10_000 || (found == 1000 && arabic);
        figure = false;
        at++;
        return true;
    }

    private bool Part(int found)
    {
        if (found >= sectionPower || (digits == 0 && found != 10)) return false;
        section += (digits == 0 ? 1 : digit) * found;
        sectionPower = found;
        return true;
    }

    private bool Section(int found)
    {
        if (found == 10_000)
        {
            if (total % 100_000_000 != 0) return false;
            total += (section + digit) * found;
        }
        else
        {
            if (total >= found) return false;
            total = (total + section + digit) * found;
        }
        (section, sectionPower) = (0, int.MaxValue);
        return true;
    }

    // 三点五, but not 八点二十.
    private bool Point(ref FoldedText text)
    {
        if (figure || estimate || (digits == 0 && section == 0) || digits > 1 || total > 0 || Numerals.Digit(text[at + 1]) < 0) return false;
        var end = at + 1;
        var (value, unit) = (section + digit, 0.1m);
        for (; end - at < 7 && Numerals.Digit(text[end]) is >= 0 and var place; end++, unit /= 10) value += place * unit;
        if (Numerals.Power(text[end]) is > 0 and < 10_000) return false;
        (section, sectionPower, digit, digits, power, zero, figure) = (0, 1, value, 2, 0, true, true);
        at = end;
        return true;
    }

    private Number Result(ref FoldedText text)
    {
        if (zero && digits == 0 && Numerals.Digit(text[at - 1]) == 0) at--;
        if (at == start || (digits > MostRead && !figure)) return default;
        // Two digits side by side are an estimate, of about the first: 两三.
        if (estimate && power == 0 && digits == 2) digit = decimal.Floor(digit / 10);
        var last = digits == 1 && power > 10 && !zero && !estimate ? digit * power / 10 : digit;
        return new Number(at, total + section + last, arabic, estimate, large, byLetter);
    }
}
