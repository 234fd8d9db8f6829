using System.Runtime.InteropServices;

namespace ChatIntake.Learning;

/// <summary>
/// The features of one thing to be judged, each with its value. A feature is known by the 64-bit hash of its name; names themselves are kept only when asked
/// for, to write a model down.
/// </summary>
internal sealed class FeatureBag(bool named = false)
{
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly List<(ulong Key, float Value)> items = [];
    private readonly List<string>? names = named ? [] : null;
    private readonly HashSet<ulong> seen = [];

    internal ReadOnlySpan<(ulong Key, float Value)> Items => CollectionsMarshal.AsSpan(items);

    internal int Count => items.Count;

    internal string NameOf(int i) => names![i];

    /// <summary>The key of a name: FNV-1a over its UTF-16 units (Fowler, Noll and Vo).</summary>
    internal static ulong KeyOf(ReadOnlySpan<char> name) => Hash(Start, name);

    internal void Clear()
    {
        items.Clear();
        names?.Clear();
    }

    /// <summary>Adds a feature whose name is a fixed word.</summary>
    internal void Add(string name, float value = 1)
    {
        items.Add((KeyOf(name), value));
        names?.Add(name);
    }

    /// <summary>Adds a feature whose name is these parts together, with the value 1.</summary>
    internal void Add(string first, string second, params ReadOnlySpan<string> more)
    {
        var key = Hash(Hash(Start, first), second);
        foreach (var part in more) key = Hash(key, part);
        items.Add((key, 1));
        names?.Add(string.Concat([first, second, .. more]));
    }

    /// <summary>Adds a feature whose name is <paramref name="kind"/> and a piece of the text.</summary>
    internal void Add(string kind, ReadOnlySpan<char> piece, float value)
    {
        items.Add((Hash(Hash(Start, kind), piece), value));
        names?.Add(string.Concat(kind, piece));
    }

    /// <summary>Drops what was added twice since <paramref name="from"/>, and shortens the values of what is left the more there are.</summary>
    internal void Unite(int from, float size)
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
        var factor = size / MathF.Sqrt(Math.Max(size * size, kept - from));
        for (var i = from; i < kept; i++) items[i] = (items[i].Key, items[i].Value * factor);
    }

    // The parts of a name are hashed one after the other, so that a name needs not be put together.
    private static ulong Hash(ulong state, ReadOnlySpan<char> part)
    {
        foreach (var c in part) state = (state ^ c) * Prime;
        return state;
    }
}
