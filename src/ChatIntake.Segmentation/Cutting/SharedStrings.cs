namespace ChatIntake.Segmentation.Cutting;

/// <summary>
/// Short words as strings, of which the recent ones are kept: most of a text consists of few words, and a string that is there already costs nothing to collect. Of a
/// fixed size; a slot is overwritten by the next word that falls on it.
/// </summary>
internal static class SharedStrings
{
    private const int Slots = 1 << 14, LongestKept = 4;

    private static readonly string?[] Kept = new string?[Slots];

    internal static string Get(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestKept) return word.ToString();
        uint hash = 0;
        foreach (var character in word) hash = (hash ^ character) * 0x9E3779B1;
        ref var slot = ref Kept[hash >> (32 - 14)];
        var known = Volatile.Read(ref slot);
        if (known is not null && word.SequenceEqual(known)) return known;
        var made = word.ToString();
        Volatile.Write(ref slot, made);
        return made;
    }
}
