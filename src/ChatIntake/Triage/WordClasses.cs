using ChatIntake.Learning;

namespace ChatIntake.Triage;

/// <summary>What kind of thing, event or quality a word means, so that what was learned of one word holds for its kin.</summary>
internal sealed class WordClasses
{
    private const int Longest = 8;

    private readonly FeatureTable words = new();
    private readonly List<string> classes = [];
    private readonly int[] longestFrom = new int[char.MaxValue + 1];

    /// <summary>Takes the class of each word; of a word in two the first given counts.</summary>
    internal WordClasses(IEnumerable<(string Word, string Class)> entries)
    {
        foreach (var (word, name) in entries)
        {
            if (word.Length is 0 or > Longest) continue;
            if (words.Add(FeatureBag.KeyOf(word)) == classes.Count) classes.Add(name);
            longestFrom[word[0]] = Math.Max(longestFrom[word[0]], word.Length);
        }
    }

    /// <summary>The class of the longest word that begins at a place, and its length; length 0 where none does.</summary>
    internal (string Class, int Length) Find(ReadOnlySpan<char> text, int at)
    {
        for (var length = Math.Min(longestFrom[text[at]], text.Length - at); length > 0; length--)
            if (words.Find(FeatureBag.KeyOf(text.Slice(at, length))) is >= 0 and var row) return (classes[row], length);
        return ("", 0);
    }
}
