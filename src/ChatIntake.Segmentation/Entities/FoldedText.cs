namespace ChatIntake.Segmentation.Entities;

/// <summary>
/// A text seen with its letters, digits and signs in half width and in capitals, position by position. Outside of it everything is the zero character, so that
/// scanners need not ask where it ends. Passed by reference, since it counts how often it was looked at.
/// </summary>
internal ref struct FoldedText(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    public readonly int Length => text.Length;

    /// <summary>How many characters were asked for: the work done.</summary>
    public long Looks { get; private set; }

    public char this[int at]
    {
        get
        {
            Looks++;
            return (uint)at < (uint)text.Length ? Fold(text[at]) : '\0';
        }
    }

    /// <summary>Whether these characters stand here; they are given folded.</summary>
    public bool Has(int at, string word)
    {
        for (var i = 0; i < word.Length; i++)
            if (this[at + i] != word[i]) return false;
        return true;
    }

    /// <summary>Whether the character here is one of these.</summary>
    public bool Any(int at, string characters) => this[at] is not '\0' and var c && characters.Contains(c, StringComparison.Ordinal);

    public bool Digit(int at) => char.IsAsciiDigit(this[at]);

    public bool Letter(int at) => char.IsAsciiLetter(this[at]);

    /// <summary>Behind the decimal digits that begin here, of which at most <paramref name="most"/> are read.</summary>
    public int Digits(int at, int most)
    {
        var end = at;
        while (end - at < most && Digit(end)) end++;
        return end;
    }

    /// <summary>Half width, capitals, one dot and one hyphen. The full-width comma stays: it parts sentences, not thousands.</summary>
    internal static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' => (char)(c - 32),
        < '\u0080' => c,
        >= '\u4e00' and <= '\u9fff' => c,
        '\uff0c' => c,
        >= '\uff41' and <= '\uff5a' => (char)(c - 0xfee0 - 32),
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '\u3000' or '\u00a0' or '\u2005' => ' ',
        '\u2022' or '\u30fb' or '\u2027' or '\uff65' => '·',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '\uffe5' => '¥',
        _ => c,
    };
}
