namespace ChatIntake.Journal;

/// <summary>
/// The tables of an installation. Each maps a key (ordered ordinally) to bytes; what a table's keys and values
/// mean stands in the class of the feature that owns it, so that every store holds the same shapes.
/// </summary>
public enum Table
{
    /// <summary>Schema version, identity counters, head of each desk.</summary>
    Meta,

    /// <summary>Outer address (channel, account, chat or user) to an id of our own, unique for ever.</summary>
    Addresses,

    /// <summary>Outer message ids that were heard, unique for ever.</summary>
    OuterIds,

    /// <summary>Inputs in the order in which they were recorded, by desk and input id.</summary>
    Inbox,

    /// <summary>Facts, as the exact bytes that are hashed, by desk and position.</summary>
    Journal,

    /// <summary>What people said and wrote; the only table that retention may blank.</summary>
    Words,

    /// <summary>Rule documents by hash.</summary>
    Rules,

    /// <summary>Due times of cases and of the desk.</summary>
    Dues,

    /// <summary>Projections of the journal; can be rebuilt.</summary>
    Views,

    /// <summary>Notices to be told, by desk and number.</summary>
    Notices,

    /// <summary>Posts composed of notices, with their attempts.</summary>
    Posts,

    /// <summary>Attempts to deliver, by way and instant: the memory of each robot's budget.</summary>
    Attempts,
}

/// <summary>A key with its bytes.</summary>
public readonly record struct Row(string Key, byte[] Value);

/// <summary>Reads rows that are committed (or, inside a transaction, written before in it).</summary>
public interface IReader
{
    /// <summary>The bytes under <paramref name="key"/>, or null.</summary>
    byte[]? Get(Table table, string key);

    /// <summary>
    /// Rows with <paramref name="from"/> ≤ key &lt; <paramref name="to"/> by ordinal comparison, materialised, in key order
    /// or newest (greatest key) first, at most <paramref name="limit"/>.
    /// </summary>
    IReadOnlyList<Row> Range(Table table, string from, string to, int limit = int.MaxValue, bool newestFirst = false);
}

/// <summary>One transaction; used by the thread that runs it, never kept, never awaited in.</summary>
public interface ITransaction : IReader
{
    /// <summary>Writes <paramref name="value"/> under <paramref name="key"/>, replacing what stood there.</summary>
    /// <exception cref="ArgumentException">The key breaks <see cref="StoreKey"/>'s rules.</exception>
    void Put(Table table, string key, byte[] value);

    /// <summary>Removes <paramref name="key"/>; nothing happens when it is absent.</summary>
    void Delete(Table table, string key);
}

/// <summary>
/// Where an installation keeps everything: ordered tables, changed only by transactions that run one after the other
/// behind a gate. When the task of <see cref="Write{T}"/> completes, the change is on the disk.
/// </summary>
public interface IStore : IReader, IAsyncDisposable
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction. Several callers' work may share one physical transaction and one
    /// sync; work that throws undoes its own changes only and throws to its own caller. Work may be run again when a
    /// neighbour fails, so it must do nothing but read and write through the transaction it is given.
    /// </summary>
    Task<T> Write<T>(Func<ITransaction, T> work);
}
