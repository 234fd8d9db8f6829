using System.Collections.Immutable;
using ChatIntake.Journal;

namespace ChatIntake.Storage.Memory;

/// <summary>A draft of the tables: a table is copied (lazily, sharing what did not change) when it is first written to.</summary>
internal sealed class MemoryTransaction(ImmutableArray<ImmutableSortedSet<Row>> before) : ITransaction
{
    private readonly ImmutableSortedSet<Row>.Builder?[] drafts = new ImmutableSortedSet<Row>.Builder?[before.Length];
    private bool ended;

    public byte[]? Get(Table table, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SortedRows.Get(Current(table), key);
    }

    public IReadOnlyList<Row> Range(Table table, string from, string to, int limit = int.MaxValue, bool newestFirst = false)
        => SortedRows.Range(Current(table), new KeyRange(from, to, limit, newestFirst));

    public void Put(Table table, string key, byte[] value)
    {
        StoreKey.Check(key);
        ArgumentNullException.ThrowIfNull(value);
        var draft = Draft(table);
        var row = new Row(key, [.. value]);
        if (draft.Add(row)) return;
        draft.Remove(row);
        draft.Add(row);
    }

    public void Delete(Table table, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Draft(table).Remove(new Row(key, []));
    }

    /// <summary>The tables as this transaction leaves them.</summary>
    public ImmutableArray<ImmutableSortedSet<Row>> Outcome()
    {
        var outcome = before;
        for (var table = 0; table < drafts.Length; table++)
        {
            if (drafts[table] is { } draft) outcome = outcome.SetItem(table, draft.ToImmutable());
        }

        return outcome;
    }

    /// <summary>Makes a transaction that somebody kept useless, in place of letting it write into nowhere.</summary>
    public void End() => ended = true;

    private ImmutableSortedSet<Row> Current(Table table)
    {
        ThrowIfEnded();
        return drafts[(int)table]?.ToImmutable() ?? before[(int)table];
    }

    private ImmutableSortedSet<Row>.Builder Draft(Table table)
    {
        ThrowIfEnded();
        return drafts[(int)table] ??= before[(int)table].ToBuilder();
    }

    private void ThrowIfEnded()
    {
        if (ended) throw new InvalidOperationException("The transaction has ended.");
    }
}
