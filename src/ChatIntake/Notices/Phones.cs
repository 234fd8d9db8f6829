using System.Text.RegularExpressions;

namespace ChatIntake.Notices;

/// <summary>Masks telephone numbers in what is shown to others: the middle digits of mobile numbers and of fixed lines.</summary>
public static partial class Phones
{
    public static string Mask(string text) => Numbers().Replace(text, m =>
    {
        var digits = m.Value;
        return string.Concat(digits.AsSpan(0, 3), "****", digits.AsSpan(digits.Length - 4));
    });

    [GeneratedRegex(@"(?<![0-9])(1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}-?[0-9]{7,8})(?![0-9])")]
    private static partial Regex Numbers();
}
