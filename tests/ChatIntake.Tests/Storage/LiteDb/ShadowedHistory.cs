using System.Text;
using ChatIntake.Journal;

namespace ChatIntake.Tests.Storage.LiteDb;

/// <summary>
/// A random history of transactions with, beside each, what the tables must hold after it. A store may hold the state
/// after the last acknowledged transaction or after any later one that was handed in, and no other.
/// </summary>
internal sealed class ShadowedHistory(int seed)
{
    private static readonly Table[] Used = [Table.Inbox, Table.Journal, Table.Views];

    private readonly Random random = new(seed);

    // The states that the store may be in; the first is the one last acknowledged.
    private readonly List<SortedDictionary<string, string>> possible = [new(StringComparer.Ordinal)];
    private int written;

    /// <summary>Checks that the store is in one of the possible states, and settles on it.</summary>
    public void Compare(IStore store, string story)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Used)
        foreach (var row in store.Range(table, "", "\uffff"))
            found[$"{table} {row.Key}"] = Encoding.UTF8.GetString(row.Value);
        var state = possible.Find(p => p.SequenceEqual(found));
        Assert.That(state, Is.Not.Null, $"{story}: the store is in none of the {possible.Count} states it may be in");
        foreach (var (name, value) in state!)
        {
            var words = name.Split(' ');
            Assert.That(Encoding.UTF8.GetString(store.Get(Enum.Parse<Table>(words[0]), words[1])!), Is.EqualTo(value), story);
        }

        possible.Clear();
        possible.Add(state);
    }

    /// <summary>Writes further transactions, some alone and some together; throws what the store throws.</summary>
    public async Task GoOn(IStore store, int transactions, Action checkpoint)
    {
        for (var done = 0; done < transactions;)
        {
            if (random.Next(6) == 0) checkpoint();
            var together = Enumerable.Range(0, random.Next(1, 5)).Select(_ => HandIn(store)).ToArray();
            done += together.Length;
            foreach (var (write, after) in together)
            {
                try { await write; }
                catch (TimeoutException) { continue; } // Threw by itself, as some do.
                possible.RemoveRange(0, possible.FindIndex(p => ReferenceEquals(p, after)));
            }
        }
    }

    private (Task Write, object? After) HandIn(IStore store)
    {
        var changes = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Change()).ToArray();
        var throws = random.Next(8) == 0;
        var write = store.Write(t =>
        {
            foreach (var (table, key, value) in changes)
            {
                if (value is null) t.Delete(table, key);
                else t.Put(table, key, Encoding.UTF8.GetBytes(value));
            }

            return throws ? throw new TimeoutException() : 0;
        });
        if (throws) return (write, null);
        var after = new SortedDictionary<string, string>(possible[^1], StringComparer.Ordinal);
        foreach (var (table, key, value) in changes)
        {
            if (value is null) after.Remove($"{table} {key}");
            else after[$"{table} {key}"] = value;
        }

        possible.Add(after);
        return (write, after);
    }

    private (Table Table, string Key, string? Value) Change()
    {
        var size = random.Next(20) == 0 ? random.Next(30_000) : random.Next(600);
        var value = random.Next(5) == 0 ? null : $"{written++}:{new string((char)('a' + random.Next(26)), size)}";
        return (Used[random.Next(Used.Length)], $"key/{random.Next(30):D2}", value);
    }
}
