using ChatIntake.Journal;

namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// The transaction that the gate's thread has open, as the work sees it. When the engine refuses something it has already
/// undone the whole transaction, and what is written after that would be committed by itself; so nothing more is let through.
/// </summary>
internal sealed class LiteTransaction(LiteTables tables) : ITransaction
{
    private bool ended;

    /// <summary>What the engine threw; the transaction is gone even when the work caught it.</summary>
    public Exception? Fault { get; private set; }

    public byte[]? Get(Table table, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Through(() => tables.Get(table, key));
    }

    public IReadOnlyList<Row> Range(Table table, string from, string to, int limit = int.MaxValue, bool newestFirst = false)
    {
        var range = new KeyRange(from, to, limit, newestFirst);
        return Through(() => tables.Range(table, range));
    }

    public void Put(Table table, string key, byte[] value)
    {
        StoreKey.Check(key);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length > LiteTables.MaxValueBytes)
            throw new ArgumentException($"A value has {value.Length} bytes; {LiteTables.MaxValueBytes} are allowed.", nameof(value));
        Through(() =>
        {
            tables.Put(table, key, value);
            return 0;
        });
    }

    public void Delete(Table table, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Through(() =>
        {
            tables.Delete(table, key);
            return 0;
        });
    }

    public void End() => ended = true;

    private T Through<T>(Func<T> call)
    {
        if (ended) throw new InvalidOperationException("The transaction has ended.");
        if (Fault is not null) throw new InvalidOperationException("The transaction was undone after a failure.", Fault);
        try
        {
            return call();
        }
        catch (Exception e)
        {
            Fault = e;
            throw;
        }
    }
}
