using System.Text;
using System.Text.RegularExpressions;
using ChatIntake.Chat;

namespace ChatIntake.Notices;

/// <summary>Masks telephone numbers in what is shown to others: the middle digits of mobile numbers and of fixed lines, in full width too.</summary>
public static partial class Phones
{
    private const int Shown = 3;
    private const int ShownAtEnd = 4;

    public static string Mask(string text)
    {
        var masked = new StringBuilder(text.Length);
        var done = 0;
        // Folding keeps positions.
        foreach (var number in Numbers().Matches(ChatText.Fold(text)).Select(m => m.Groups[1]))
        {
            masked.Append(text, done, number.Index + Shown - done).Append("****");
            done = number.Index + number.Length - ShownAtEnd;
        }
        return masked.Append(text, done, text.Length - done).ToString();
    }

    [GeneratedRegex(@"(?<![0-9])(?:86[- ]?)?(1[3-9][0-9](?:[- ]?[0-9]){8}|0[0-9]{2,3}[- ]?[0-9]{7,8})(?![0-9])")]
    private static partial Regex Numbers();
}
