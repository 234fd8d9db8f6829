using LiteDB;
using Microsoft.Extensions.Logging;

namespace ChatIntake.Storage.LiteDb;

/// <summary>Remembers the first failure that ended the store's work, and says so once in the log.</summary>
internal sealed class StoreHealth(string folder, ILogger logger)
{
    private StoreBrokenException? broken;

    public bool IsBroken => Volatile.Read(ref broken) is not null;

    /// <summary>
    /// Whether a failure of the engine ends the store's work. A refusal that LiteDB itself calls harmless (a document it does
    /// not take, a lock not had in time) is the caller's affair; after anything else the engine cannot be trusted.
    /// </summary>
    public static bool IsFatal(Exception failure)
        => failure is not LiteException { IsCritical: false, ErrorCode: not LiteException.ENGINE_DISPOSED };

    public void ThrowIfBroken()
    {
        if (Volatile.Read(ref broken) is { } reason) throw reason;
    }

    /// <summary>Ends the store's work because of <paramref name="cause"/>, or of the failure that came first.</summary>
    public StoreBrokenException Break(Exception cause)
    {
        var reason = cause as StoreBrokenException ?? new StoreBrokenException(cause);
        if (Interlocked.CompareExchange(ref broken, reason, null) is { } earlier) return earlier;
        LiteStoreLog.Broken(logger, folder, cause);
        return reason;
    }
}
