using LiteDB;
using Microsoft.Extensions.Logging;

namespace ChatIntake.Storage.LiteDb;

/// <summary>When the log is moved into the data file: when its time has come, or at once when it has grown too long.</summary>
internal sealed class Checkpoints(LiteFile file, StoreHealth health, LiteStoreOptions options, ILogger logger)
{
    private const int Mebibyte = 1 << 20;

    /// <summary>Run by the gate between two batches.</summary>
    public void Run(bool due)
    {
        var mebibytes = file.LogBytes / Mebibyte;
        var tooLong = mebibytes >= options.LogMebibytes;
        if (health.IsBroken || !(due || tooLong)) return;
        if (tooLong) LiteStoreLog.LogTooLong(logger, options.Folder, mebibytes);
        try
        {
            file.Checkpoint();
        }
        catch (LiteException e) when (e.ErrorCode == LiteException.LOCK_TIMEOUT)
        {
            LiteStoreLog.CheckpointPutOff(logger, options.Folder, e);
        }
        catch (Exception e)
        {
            health.Break(e);
        }
    }
}
