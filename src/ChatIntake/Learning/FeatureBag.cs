using System.Runtime.InteropServices;

namespace ChatIntake.Learning;

/// <summary>A feature of a thing: the hash of its name, its value, and its place in the vocabulary where it was looked up; -1 where it has none.</summary>
internal readonly record struct Feature(ulong Key, float Value, int Place);

/// <summary>
/// The features of one thing to be judged, each with its value. A feature is known by the 64-bit hash of its name; names themselves are kept only when asked
/// for, to write a model down.
/// </summary>
internal sealed class FeatureBag(bool named = false) : IDisposable
{
    // Bags that were given back, with the room that they have grown to.
    [ThreadStatic] private static Stack<FeatureBag>? spare;

    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const int Room = 96;

    [ThreadStatic] private static KeySet? keys;

    // Not looked up yet.
    private const int Unknown = -2;

    private readonly List<Feature> items = new(Room);
    private readonly List<FeatureBag> shared = [];
    private FeatureTable? vocabulary;
    private readonly List<string>? names = named ? [] : null;

    internal ReadOnlySpan<Feature> Items => CollectionsMarshal.AsSpan(items);

    /// <summary>Bags whose features are this one's too.</summary>
    internal IReadOnlyList<FeatureBag> Shared => shared;

    internal int Count => items.Count;

    internal string NameOf(int i) => names![i];

    /// <summary>The key of a name: FNV-1a over its UTF-16 units (Fowler, Noll and Vo).</summary>
    internal static ulong KeyOf(ReadOnlySpan<char> name) => Extend(Start, name);

    /// <summary>The key of a name that goes on: names that begin alike are hashed once as far as they do.</summary>
    internal static ulong Extend(ulong key, ReadOnlySpan<char> part)
    {
        foreach (var c in part) key = Extend(key, c);
        return key;
    }

    internal static ulong Extend(ulong key, char next) => (key ^ next) * Prime;

    internal void Clear()
    {
        items.Clear();
        shared.Clear();
        names?.Clear();
        vocabulary = null;
    }

    /// <summary>Adds a feature whose name is a fixed word.</summary>
    internal void Add(string name, float value = 1)
    {
        items.Add(new Feature(KeyOf(name), value, Unknown));
        names?.Add(name);
    }

    /// <summary>Adds a feature whose name is these parts together, with the value 1.</summary>
    internal void Add(string first, string second, params ReadOnlySpan<string> more)
    {
        var key = Extend(Extend(Start, first), second);
        foreach (var part in more) key = Extend(key, part);
        items.Add(new Feature(key, 1, Unknown));
        names?.Add(string.Concat([first, second, .. more]));
    }

    /// <summary>Adds a feature whose name is <paramref name="kind"/> and a piece of the text.</summary>
    internal void Add(string kind, ReadOnlySpan<char> piece, float value)
    {
        items.Add(new Feature(Extend(Extend(Start, kind), piece), value, Unknown));
        names?.Add(string.Concat(kind, piece));
    }

    /// <summary>Adds a feature whose name is <paramref name="kind"/> and a piece of the text, and whose key is known.</summary>
    internal void Add(ulong key, string kind, ReadOnlySpan<char> piece)
    {
        items.Add(new Feature(key, 1, Unknown));
        names?.Add(string.Concat(kind, piece));
    }

    /// <summary>Adds the features of another bag, which is to change no more. What they are looked up for is so looked up once, however many bags share them.</summary>
    internal void Add(FeatureBag other)
    {
        if (names is null)
        {
            shared.Add(other);
            return;
        }
        items.AddRange(CollectionsMarshal.AsSpan(other.items));
        names.AddRange(other.names ?? throw new InvalidOperationException("A bag with names takes from bags with names."));
    }

    /// <summary>The features with their places in a vocabulary, each looked up once; those of <see cref="Shared"/> stand there.</summary>
    internal ReadOnlySpan<Feature> In(FeatureTable table)
    {
        var span = CollectionsMarshal.AsSpan(items);
        var same = vocabulary == table;
        foreach (ref var feature in span)
            if (!same || feature.Place == Unknown) feature = feature with { Place = table.Find(feature.Key) };
        vocabulary = table;
        return span;
    }

    /// <summary>Whether this bag holds all that the other asks for: names too, where it keeps them.</summary>
    internal bool Serves(FeatureBag other) => names is not null || other.names is null;

    /// <summary>An empty bag without names, to be given back when it is needed no more: bags are used for every message.</summary>
    internal static FeatureBag Rent() => (spare ??= new Stack<FeatureBag>()).TryPop(out var bag) ? bag : new FeatureBag();

    /// <summary>Gives a rented bag back.</summary>
    public void Dispose()
    {
        Clear();
        if (names is null) (spare ??= new Stack<FeatureBag>()).Push(this);
    }

    /// <summary>An empty bag that keeps names where this one does.</summary>
    internal FeatureBag Like() => new(names is not null);

    /// <summary>Drops what was added twice since <paramref name="from"/>, and shortens the values of what is left the more there are.</summary>
    internal void Unite(int from, float size)
    {
        var kept = from;
        var seen = keys ??= new KeySet();
        seen.Clear(items.Count - from);
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
        for (var i = from; i < kept; i++) items[i] = items[i] with { Value = items[i].Value * factor };
    }

    // A set of keys that is emptied at no cost: an entry counts only where it carries the present round.
    private sealed class KeySet
    {
        private (ulong Key, int Round)[] slots = new (ulong, int)[512];
        private int round;

        internal void Clear(int expected)
        {
            round++;
            if (expected * 2 <= slots.Length) return;
            slots = new (ulong, int)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)expected * 2)];
            round = 1;
        }

        internal bool Add(ulong key)
        {
            var mask = slots.Length - 1;
            for (var i = (int)(key ^ (key >> 32)) & mask;; i = (i + 1) & mask)
            {
                ref var slot = ref slots[i];
                if (slot.Round != round)
                {
                    slot = (key, round);
                    return true;
                }
                if (slot.Key == key) return false;
            }
        }
    }
}
