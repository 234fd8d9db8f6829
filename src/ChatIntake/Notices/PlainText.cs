using System.Text.RegularExpressions;

namespace ChatIntake.Notices;

/// <summary>Takes the markup that our own texts use out of a post, for places that show plain text only.</summary>
internal static partial class PlainText
{
    public static string Of(string markdown) => Marks().Replace(markdown, "");

    [GeneratedRegex(@"^#{1,6} |^> |\*\*|</?font[^>]*>", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
