namespace ChatIntake.Segmentation.Entities;

/// <summary>
/// Telephone numbers as people write them: 13812345678, 138-1234-5678, +86 138 1234 5678, 0854-1234567, (0854)1234567, 400-123-4567. Never inside a longer string of
/// digits: orders, accounts and identity numbers have eleven digits in them that look like one.
/// </summary>
internal static class PhoneScanner
{
    private const int Mobile = 11;
    private const int Hotline = 10;

    public static bool Starts(char c) => char.IsAsciiDigit(c) || c is '+' or '(';

    /// <summary>Behind the number that begins here; 0 for none.</summary>
    /// <param name="floor">What stands before it belongs to something else.</param>
    public static int Scan(ref FoldedText text, int at, int floor)
    {
        if (at > floor && Joined(ref text, at, floor)) return 0;
        var start = Country(ref text, at);
        var end = text[start] switch
        {
            '1' => Grouped(ref text, start, Mobile) is > 0 and var found && text[start + 1] is >= '3' and <= '9' ? found : 0,
            '0' or '(' => Fixed(ref text, start),
            '4' or '8' when start == at && text.Has(start + 1, "00") => Grouped(ref text, start, Hotline),
            _ => 0,
        };
        return end == 0 || text.Digit(end) || (text[end] == '.' && text.Digit(end + 1)) ? 0 : end;
    }

    // Behind a digit, a letter (JD138…; TEL apart) or a digit and a hyphen a string goes on.
    private static bool Joined(ref FoldedText text, int at, int floor) => text[at - 1] switch
    {
        var c when char.IsAsciiDigit(c) => true,
        var c when char.IsAsciiLetter(c) => c != 'L' || text[at - 2] != 'E' || text[at - 3] != 'T',
        '-' or '.' or '_' or '#' => at - 2 >= floor && char.IsAsciiLetterOrDigit(text[at - 2]),
        _ => false,
    };

    private static int Country(ref FoldedText text, int at)
    {
        var start = at;
        if (text[start] == '(' && text[start + 1] == '+') start++;
        if (text[start] == '+') start++;
        else if (text.Has(start, "00")) start += 2;
        if (!text.Has(start, "86")) return at;
        start += 2;
        if (text[start] == ')') start++;
        return text.Any(start, " -") ? start + 1 : start;
    }

    // So many digits, two groups or more of three and four where they are parted; a run that goes on in the same way is longer than a telephone number.
    private static int Grouped(ref FoldedText text, int at, int digits)
    {
        var (end, count, group) = (at, 0, 0);
        var sign = '\0';
        for (; count < digits; end++)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c)) (count, group) = (count + 1, group + 1);
            else if (c is ' ' or '-' && group >= 3 && (sign == '\0' || sign == c)) (sign, group) = (c, 0);
            else return 0;
        }
        if (sign == '\0') return end;
        return group >= 3 && !(text[end] == sign && text.Digit(end + 1)) ? end : 0;
    }

    private static int Fixed(ref FoldedText text, int at)
    {
        var open = text[at] == '(';
        var start = open ? at + 1 : at;
        // Two digits behind the zero for the big cities (010, 02x), three for all others.
        if (text[start] != '0') return 0;
        var local = start + (text[start + 1] is '1' or '2' ? 3 : 4);
        if (text.Digits(start, 4) < local || text[start + 1] == '0') return 0;
        if (open)
        {
            if (text[local] != ')') return 0;
            local++;
        }
        if (text.Any(local, " -")) local++;
        var end = text.Digits(local, 9);
        if (end - local is < 7 or > 8) return 0;
        return Extension(ref text, end);
    }

    private static int Extension(ref FoldedText text, int at)
    {
        if (text[at] is not ('-' or '转')) return at;
        var end = text.Digits(at + 1, 6);
        return end - at - 1 is >= 2 and <= 5 ? end : at;
    }
}
