namespace ChatIntake.Learning;

/// <summary>
/// The features of one thing to be judged, each with its value. A feature is known by the 64-bit hash of its name; names themselves are kept only when asked
/// for, to write a model down or to explain a score.
/// </summary>
internal sealed class FeatureBag(bool named = false)
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly List<(ulong Key, float Value)> items = [];
    private readonly List<string>? names = named ? [] : null;
    private readonly HashSet<ulong> seen = [];

    internal int Count => items.Count;

    internal (ulong Key, float Value) this[int i] => items[i];

    internal (ulong, float)[] ToArray() => [.. items];

    internal bool Named => names is not null;

    internal string NameOf(int i) => names![i];

    internal void Clear()
    {
        items.Clear();
        names?.Clear();
    }

    /// <summary>Adds a feature whose name is a fixed word.</summary>
    internal void Add(string name, float value = 1)
    {
        items.Add((Hash(Start, name), value));
        names?.Add(name);
    }

    /// <summary>Adds a feature whose name is <paramref name="kind"/> and a piece of the text.</summary>
    internal void Add(string kind, ReadOnlySpan<char> piece, float value)
    {
        items.Add((Hash(Hash(Start, kind), piece), value));
        names?.Add(string.Concat(kind, piece));
    }

    /// <summary>The key of a name; FNV-1a over its UTF-16 units (Fowler, Noll and Vo), finished so that all bits count.</summary>
    internal static ulong KeyOf(ReadOnlySpan<char> name) => Hash(Start, name);

    // The parts of a name are hashed one after the other, so that a name needs not be put together.
    internal static ulong Hash(ulong state, ReadOnlySpan<char> part)
    {
        foreach (var c in part) state = (state ^ c) * Prime;
        return state;
    }

    /// <summary>Drops what was added twice since <paramref name="from"/>, and gives all that is left the same length together.</summary>
    internal void Unite(int from)
    {
        var kept = from;
        seen.Clear();
        for (var i = from; i < items.Count; i++)
        {
            if (!seen.Add(items[i].Key)) continue;
            items[kept] = items[i];
            if (names is not null) names[kept] = names[i];
            kept++;
        }
        items.RemoveRange(kept, items.Count - kept);
        names?.RemoveRange(kept, names.Count - kept);
        Scale(from, 4 / MathF.Sqrt(Math.Max(16, kept - from)));
    }

    internal void Scale(int from, float factor)
    {
        for (var i = from; i < items.Count; i++) items[i] = (items[i].Key, items[i].Value * factor);
    }
}
