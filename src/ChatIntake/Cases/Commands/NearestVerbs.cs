using System.Collections.Immutable;

namespace ChatIntake.Cases.Commands;

/// <summary>The verbs that a mistyped word may have meant.</summary>
internal static class NearestVerbs
{
    /// <summary>At most three names of verbs of which one character of the first word is wrong, missing or too much.</summary>
    public static ImmutableArray<string> To(string text)
    {
        var word = new string([.. text.TrimStart(' ', '#', '/').TakeWhile(char.IsLetter)]);
        if (word.Length == 0) return [];
        return
        [
            .. CommandTable.ByWord.Where(t => t.Word.Length > 1)
                .Select(t => (t.Row.Name, Distance: Distance(word.Length > t.Word.Length + 1 ? word[..t.Word.Length] : word, t.Word)))
                .Where(t => t.Distance <= 1).OrderBy(t => t.Distance).Select(t => t.Name).Distinct().Take(3),
        ];
    }

    // Edits needed to turn one word into the other (Levenshtein 1965); words are at most five characters.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }
        return row[b.Length];
    }
}
