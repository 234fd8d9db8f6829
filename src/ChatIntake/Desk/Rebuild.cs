using System.Text;
using ChatIntake.Chat;
using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Journal;

namespace ChatIntake.Desk;

/// <summary>A row of a projection that is not what the journal gives; <paramref name="Stored"/> or <paramref name="Rebuilt"/> is null where there is no such row.</summary>
public sealed record ViewDifference(Table Table, string Key, byte[]? Stored, byte[]? Rebuilt);

/// <summary>The projections of a desk made anew from its journal and its rules, without any words.</summary>
public static class Rebuild
{
    /// <summary>The rows of <see cref="Table.Views"/> and <see cref="Table.Dues"/> as the journal gives them; due times whose tick waits in the inbox are spent.</summary>
    /// <exception cref="InvalidDataException">The journal is damaged, or the settings are missing.</exception>
    public static IReadOnlyDictionary<(Table Table, string Key), byte[]> Rows(IReader reader, DeskId desk)
    {
        var state = JournalTable.Read(reader, desk).Aggregate(DeskState.Empty, (before, read) => DeskEvolution.Apply(before, read.Fact));
        var rows = Views.Of(desk, state).ToDictionary(row => (Table.Views, row.Key), row => row.Value);
        var spent = Spent(reader, desk);
        foreach (var due in Dues(state, Settings(reader, state)).Where(due => !spent.Contains(due.Name)))
            rows[(Table.Dues, DuesTable.Key(desk, due))] = StoreJson.Write(due);
        return rows;
    }

    /// <summary>Where the stored projections are not, byte for byte, what the journal gives.</summary>
    public static IReadOnlyList<ViewDifference> Differences(IReader reader, DeskId desk)
    {
        var rebuilt = Rows(reader, desk);
        var stored = Stored(reader, desk).ToDictionary();
        return
        [
            .. rebuilt.Keys.Union(stored.Keys).Order().Select(k => new ViewDifference(k.Item1, k.Item2, stored.GetValueOrDefault(k), rebuilt.GetValueOrDefault(k)))
                .Where(d => d.Stored is null || d.Rebuilt is null || !d.Stored.AsSpan().SequenceEqual(d.Rebuilt)),
        ];
    }

    /// <summary>Makes the stored projections what the journal gives, if they were written by another version of the program.</summary>
    /// <returns>How many rows were changed.</returns>
    public static async Task<int> Renew(IStore store, DeskId desk)
    {
        var key = $"views/{desk}";
        if (store.Get(Table.Meta, key) is { } bytes && StoreJson.Read<int>(bytes) == Views.Version) return 0;
        var differences = Differences(store, desk);
        return await store.Write(transaction =>
        {
            foreach (var (table, row, _, rebuilt) in differences)
                if (rebuilt is null) transaction.Delete(table, row);
                else transaction.Put(table, row, rebuilt);
            transaction.Put(Table.Meta, key, StoreJson.Write(Views.Version));
            return differences.Count;
        });
    }

    private static IEnumerable<KeyValuePair<(Table, string), byte[]>> Stored(IReader reader, DeskId desk) =>
        from table in new[] { Table.Views, Table.Dues }
        from row in reader.Range(table, $"{desk}/", StoreKey.AfterAll(desk.Value))
        select KeyValuePair.Create((table, row.Key), row.Value);

    private static IEnumerable<DueRow> Dues(DeskState state, DeskSettings settings) => state.Cases.Values.SelectMany(DuesTable.Of).Concat(DailyDues.Next(state, settings));

    private static DeskSettings Settings(IReader reader, DeskState state)
    {
        if (!state.Rules.TryGetValue(RuleKinds.Settings, out var rule)) return new DeskSettings();
        var document = reader.Get(Table.Rules, rule.Hash) ?? throw new InvalidDataException($"Rule document {rule.Hash} is missing.");
        return DeskSettings.Parse(Encoding.UTF8.GetString(document));
    }

    private static HashSet<string> Spent(IReader reader, DeskId desk) =>
    [
        .. Inbox.After(reader, desk, JournalTable.Head(reader, desk).Decided, int.MaxValue).Where(i => i.Row.Kind == InputKind.Tick).Select(i => new DueRow
        {
            Due = i.Row.PostedAt, Case = i.Row.Case, Day = i.Row.Day, Code = i.Row.Code, Part = i.Row.Part ?? 0, Clock = i.Row.Clock ?? default, Revision = i.Row.Revision ?? 0,
        }.Name),
    ];
}
