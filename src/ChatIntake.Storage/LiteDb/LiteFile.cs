using System.Runtime.InteropServices;
using LiteDB;
using LiteDB.Engine;

namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// The database over its two files, opened so that nothing acknowledged is lost and nothing half written is seen. See
/// docs/decisions/0003-embedded-store.md.
/// </summary>
internal sealed class LiteFile : IDisposable
{
    private const int FirstPage = 8192;

    private readonly StoreFile data;
    private readonly StoreFile log;
    private readonly LogPages logPages;
    private readonly LiteEngine engine;

    private LiteFile(StoreFile data, StoreFile log, LogPages logPages, LiteEngine engine)
    {
        (this.data, this.log, this.logPages, this.engine) = (data, log, logPages, engine);
        Tables = new LiteTables(engine);
    }

    public LiteTables Tables { get; }

    /// <summary>Bytes of pages that wait for a checkpoint.</summary>
    public long LogBytes => logPages.Length;

    /// <summary>Takes the files over, also when it throws, and checkpoints what the last run left in the log.</summary>
    /// <exception cref="InvalidDataException">The files do not belong together.</exception>
    public static LiteFile Open(StoreFile data, StoreFile log)
    {
        LiteFile? file = null;
        try
        {
            var logPages = new LogPages(log);
            var dataPages = new DataPages(data, logPages);
            if (logPages.Length == 0 && data.Stream.Length <= FirstPage)
                dataPages.SetLength(0); // Its creation was not finished, or not begun; the first page alone holds no row.
            else if (data.Stream.Length < FirstPage)
                throw new InvalidDataException("The data file is missing or cut, but its log is there.");
            file = new LiteFile(data, log, logPages, new LiteEngine(Settings(dataPages, logPages)));
            file.Prepare();
            return file;
        }
        catch
        {
            file?.Dispose();
            data.Dispose();
            log.Dispose();
            throw;
        }
    }

    public void Begin()
    {
        if (!engine.BeginTrans()) throw new InvalidOperationException("A transaction was left open.");
    }

    public void Commit()
    {
        if (!engine.Commit()) throw new InvalidOperationException("The engine did not commit.");
    }

    /// <summary>Undoes the open transaction; nothing happens when the engine has done so itself.</summary>
    public void Rollback() => engine.Rollback();

    /// <summary>Returns when all that was committed is on the disk.</summary>
    public void Sync() => logPages.Sync();

    /// <summary>Moves the log into the data file and empties it; waits for readers.</summary>
    public void Checkpoint() => engine.Checkpoint();

    /// <summary>
    /// Keeps a failed engine for the life of the process: the finalizer of a transaction that it could not undo throws, which
    /// would end the process at any later moment.
    /// </summary>
    public void NeverCollect() => GCHandle.Alloc(engine);

    public void Dispose()
    {
        engine.Dispose();
        data.Dispose();
        log.Dispose();
    }

    private void Prepare()
    {
        // The engine must never checkpoint by itself: only the gate knows when.
        engine.Pragma("CHECKPOINT", new BsonValue(0));
        engine.Pragma("UTC_DATE", new BsonValue(true));
        Tables.Create();
        Checkpoint();
    }

    // Collation.Binary is invariant/Ordinal: it compares UTF-16 units as StringComparer.Ordinal does. The name
    // "en-US/Ordinal" asks for a culture, which a program with InvariantGlobalization does not have.
    private static EngineSettings Settings(DataPages data, LogPages log)
        => new() { DataStream = data, LogStream = log, Collation = Collation.Binary };
}
