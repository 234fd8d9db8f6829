namespace ChatIntake.Segmentation.Entities;

/// <summary>
/// Number plates after GA 36-2018: a province, the letter of an office, and five characters; six for new-energy vehicles; four where 挂, 学, 警, 港 or 澳 says what it is.
/// Dots, spaces and hyphens between the parts, and small letters, are as people type them.
/// </summary>
internal static class PlateScanner
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private const string Suffixes = "挂学警港澳领使";

    // The first or last character of a new-energy plate's number says what drives it.
    private const string Drives = "ABCDEFGHJK";

    public static bool Starts(char c) => Provinces.Contains(c, StringComparison.Ordinal);

    /// <summary>Behind the plate that begins here; 0 for none.</summary>
    public static int Scan(ref FoldedText text, int at)
    {
        var office = Gap(ref text, at + 1);
        if (!text.Letter(office)) return 0;
        var start = Gap(ref text, office + 1);
        var trailer = text[start] == '挂';
        if (trailer) start = Gap(ref text, start + 1);
        var (end, figures) = (start, 0);
        for (; end - start < 7 && char.IsAsciiLetterOrDigit(text[end]); end++)
            if (text.Digit(end)) figures++;
        var suffix = text.Any(end, Suffixes) && !text.Any(end + 1, "校生习车牌");
        var fits = (end - start) switch
        {
            4 => trailer || suffix,
            5 => true,
            6 => text.Any(start, Drives) || text.Any(end - 1, Drives),
            _ => false,
        };
        // Five letters are a word.
        if (!fits || figures < 2) return 0;
        return suffix ? end + 1 : end;
    }

    private static int Gap(ref FoldedText text, int at)
    {
        var end = at;
        while (end - at < 2 && text.Any(end, " ·.-")) end++;
        return end;
    }
}
