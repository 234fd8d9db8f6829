namespace ChatIntake.Segmentation.Entities;

/// <summary>Numbers as people write them.</summary>
public static class Numbers
{
    /// <summary>
    /// Reads a text that is a number and nothing else: 28, 1,200.5, 二十八万, 两千三 (2300), 一千零五, 三点五万, 3万5 (35000), 28.5w (285000), 二〇二〇, 半; full width too.
    /// </summary>
    /// <param name="text">The text; white space is none of a number.</param>
    /// <param name="value">The number; 0 where it is none.</param>
    /// <returns>False for everything else: more than 32 characters, estimates (十几, 两三), signs, powers without a digit (百, 千万) other than 十.</returns>
    public static bool TryReadNumber(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (text is "半")
        {
            value = 0.5m;
            return true;
        }
        var folded = new FoldedText(text);
        var number = NumberScanner.Scan(ref folded, 0);
        if (number.End == 0 || number.End != text.Length || number.Estimate) return false;
        value = number.Value;
        return true;
    }
}

/// <summary>A number found in a text.</summary>
/// <param name="End">The first position behind it; 0 where there is none.</param>
/// <param name="Value">Its value; of an estimate about that.</param>
/// <param name="Arabic">Whether it has decimal digits.</param>
/// <param name="Estimate">Whether it says about how much only: 十几, 两三, 五六十.</param>
/// <param name="Large">Whether it says by itself that it counts something: 万 or 亿 in it, or 千 behind a digit.</param>
/// <param name="ByLetter">Whether it ends with w for 万.</param>
internal readonly record struct Number(int End, decimal Value, bool Arabic, bool Estimate, bool Large, bool ByLetter);
