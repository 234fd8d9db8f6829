namespace ChatIntake.Segmentation.Entities;

/// <summary>
/// Finds names of a list in texts, whatever the width and case of their letters. A trie: the time of a look-up depends on the longest name, not on how many there are.
/// Immutable, safe for any number of threads.
/// </summary>
public sealed class NameFinder
{
    /// <summary>Longer names are never found.</summary>
    public const int Longest = 64;

    private readonly Dictionary<(int State, char Next), int> moves = [];
    private readonly List<int> names = [-1];

    /// <summary>Takes the names. Blank ones are never found; of equal ones the first is.</summary>
    public NameFinder(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        for (var index = 0; index < names.Count; index++)
            if (names[index]?.Trim() is { Length: > 0 and <= Longest } name) Plant(name, index);
    }

    /// <summary>The longest name that stands at a position of the text.</summary>
    /// <remarks>
    /// A name that begins or ends with a Latin letter does not stand beside another letter, nor one that begins or ends with a digit beside a digit: 120 is not in 1200.
    /// </remarks>
    /// <param name="text">Any text.</param>
    /// <param name="at">A position in it.</param>
    /// <param name="length">The length of the name there, in UTF-16 units.</param>
    /// <returns>The index of the name in the list; -1 where none stands here.</returns>
    public int Match(ReadOnlySpan<char> text, int at, out int length)
    {
        var folded = new FoldedText(text);
        return Match(ref folded, at, out length);
    }

    internal int Match(ref FoldedText text, int at, out int length)
    {
        var (state, found) = (0, -1);
        length = 0;
        for (var i = at; i < text.Length && moves.TryGetValue((state, text[i]), out state); i++)
        {
            if (names[state] < 0 || !Stands(ref text, at, i + 1)) continue;
            found = names[state];
            length = i + 1 - at;
        }
        return found;
    }

    private static bool Stands(ref FoldedText text, int start, int end) =>
        !OfOneRun(text[start - 1], text[start]) && !OfOneRun(text[end - 1], text[end]);

    private static bool OfOneRun(char a, char b) =>
        (char.IsAsciiDigit(a) && char.IsAsciiDigit(b)) || (char.IsAsciiLetter(a) && char.IsAsciiLetter(b));

    private void Plant(string name, int index)
    {
        var state = 0;
        foreach (var c in name)
        {
            var step = (state, FoldedText.Fold(c));
            if (!moves.TryGetValue(step, out state))
            {
                moves[step] = state = names.Count;
                names.Add(-1);
            }
        }
        if (names[state] < 0) names[state] = index;
    }
}
