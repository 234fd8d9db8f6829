using ChatIntake.Journal;
using Microsoft.Extensions.Logging;

namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// The embedded store: one LiteDB file and its log in a folder that it holds alone. A reader can see a change a moment
/// before its writer is told that it is on the disk.
/// </summary>
public sealed class LiteStore : IStore
{
    private readonly LiteFile file;
    private readonly IDisposable held;
    private readonly StoreHealth health;
    private readonly ReaderRoom readers = new();
    private readonly WriteGate gate;
    private readonly ITimer timer;
    private Task? closing;

    private LiteStore(LiteFile file, IDisposable held, LiteStoreOptions options, TimeProvider machineClock, ILogger logger)
    {
        (this.file, this.held) = (file, held);
        health = new StoreHealth(options.Folder, logger);
        gate = new WriteGate(file, health, new Checkpoints(file, health, options, logger).Run);
        var every = TimeSpan.FromSeconds(options.CheckpointSeconds);
        timer = machineClock.CreateTimer(_ => gate.AskForCheckpoint(), null, every, every);
    }

    /// <summary>Opens the store in its folder, creating both when absent.</summary>
    /// <exception cref="StoreInUseException">Another store holds the folder.</exception>
    /// <exception cref="InvalidDataException">The files in the folder are not those of one store.</exception>
    public static LiteStore Open(LiteStoreOptions options, TimeProvider machineClock, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.Folder);
        var held = FolderLock.Take(options.Folder);
        StoreFile? data = null;
        try
        {
            data = StoreFile.Open(Path.Combine(options.Folder, "chatintake.db"));
            var log = StoreFile.Open(Path.Combine(options.Folder, "chatintake-log.db"));
            return Open(data, log, held, options, machineClock, logger);
        }
        catch
        {
            data?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Opens the store over two files of any kind.</summary>
    internal static LiteStore Open(
        StoreFile data, StoreFile log, IDisposable held, LiteStoreOptions options, TimeProvider machineClock, ILogger logger)
        => new(LiteFile.Open(data, log), held, options, machineClock, logger);

    /// <inheritdoc/>
    /// <exception cref="StoreBrokenException">The engine has failed.</exception>
    public byte[]? Get(Table table, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Read(() => file.Tables.Get(table, key));
    }

    /// <inheritdoc/>
    /// <exception cref="StoreBrokenException">The engine has failed.</exception>
    public IReadOnlyList<Row> Range(Table table, string from, string to, int limit = int.MaxValue, bool newestFirst = false)
    {
        var range = new KeyRange(from, to, limit, newestFirst);
        return Read(() => file.Tables.Range(table, range));
    }

    /// <inheritdoc/>
    public Task<T> Write<T>(Func<ITransaction, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (gate.IsInside) return Task.FromException<T>(WrongWay());
        var write = new PendingWrite<T>(work);
        return gate.TryAdd(write) ? write.Task : Task.FromException<T>(new ObjectDisposedException(nameof(LiteStore)));
    }

    /// <summary>Finishes what was handed in, moves everything into the data file and lets the folder go.</summary>
    public ValueTask DisposeAsync() => new(LazyInitializer.EnsureInitialized(ref closing, Close));

    private async Task Close()
    {
        await timer.DisposeAsync();
        await gate.Close();
        await readers.DisposeAsync();
        using (held) file.Dispose();
    }

    private T Read<T>(Func<T> read)
    {
        if (gate.IsInside) throw WrongWay();
        using var place = readers.Enter();
        health.ThrowIfBroken();
        try
        {
            return read();
        }
        catch (Exception e) when (StoreHealth.IsFatal(e))
        {
            throw health.Break(e);
        }
    }

    private static InvalidOperationException WrongWay()
        => new("Work in a transaction must use the transaction it was given, not the store.");
}
