using System.Collections.Immutable;
using ChatIntake.Journal;

namespace ChatIntake.Storage.Memory;

/// <summary>
/// A store that lives as long as its process: for trials, replays and tests. Tables are immutable sorted sets, so that
/// readers take the committed state as it is and never wait for a writer, and work that throws leaves nothing to undo.
/// The task of <see cref="Write{T}"/> is complete when it is returned.
/// </summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock gate = new();
    private volatile Committed? state = Committed.Empty;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Called from work that runs in this store.</exception>
    public byte[]? Get(Table table, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return SortedRows.Get(Readable().Tables[(int)table], key);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Called from work that runs in this store.</exception>
    public IReadOnlyList<Row> Range(Table table, string from, string to, int limit = int.MaxValue, bool newestFirst = false)
        => SortedRows.Range(Readable().Tables[(int)table], new KeyRange(from, to, limit, newestFirst));

    /// <inheritdoc/>
    public Task<T> Write<T>(Func<ITransaction, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            RefuseNesting();
            lock (gate) return Task.FromResult(Run(work));
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    /// <summary>Forgets everything; later calls are refused.</summary>
    public ValueTask DisposeAsync()
    {
        lock (gate) state = null;
        return ValueTask.CompletedTask;
    }

    private T Run<T>(Func<ITransaction, T> work)
    {
        var transaction = new MemoryTransaction(Open().Tables);
        try
        {
            var result = work(transaction);
            state = new Committed(transaction.Outcome());
            return result;
        }
        finally
        {
            transaction.End();
        }
    }

    private Committed Readable()
    {
        RefuseNesting();
        return Open();
    }

    private Committed Open() => state ?? throw new ObjectDisposedException(nameof(MemoryStore));

    private void RefuseNesting()
    {
        if (gate.IsHeldByCurrentThread)
            throw new InvalidOperationException("Work in a transaction must use the transaction it was given, not the store.");
    }

    private sealed record Committed(ImmutableArray<ImmutableSortedSet<Row>> Tables)
    {
        public static readonly Committed Empty =
            new([.. Enum.GetValues<Table>().Select(_ => ImmutableSortedSet.Create<Row>(RowOrder.ByKey))]);
    }
}
