namespace ChatIntake.Segmentation.Entities;

/// <summary>Shares of a whole in words: 百分之三十, 千分之五, 三分之一, 百分百.</summary>
internal static class Shares
{
    /// <summary>Behind the share that begins here; 0 for none.</summary>
    public static int Scan(ref FoldedText text, int at)
    {
        if (text.Has(at, "百分百")) return at + 3;
        var over = Numerals.Power(text[at]) >= 100 ? at + 1 : Numerals.Small(ref text, at, 99, out _);
        if (over == 0 || !text.Has(over, "分之")) return 0;
        return NumberScanner.Scan(ref text, over + 2).End;
    }
}
