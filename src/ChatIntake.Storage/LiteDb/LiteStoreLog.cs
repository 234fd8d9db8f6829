using Microsoft.Extensions.Logging;

namespace ChatIntake.Storage.LiteDb;

internal static partial class LiteStoreLog
{
    [LoggerMessage(2001, LogLevel.Critical, "The store in {Folder} stopped after a failure and takes no more writes")]
    public static partial void Broken(ILogger logger, string folder, Exception cause);

    [LoggerMessage(2002, LogLevel.Warning, "The log of the store in {Folder} had grown to {Mebibytes} MiB before it was checkpointed")]
    public static partial void LogTooLong(ILogger logger, string folder, long mebibytes);

    [LoggerMessage(2003, LogLevel.Warning, "Readers held up the checkpoint of the store in {Folder}; it is tried again at the next one")]
    public static partial void CheckpointPutOff(ILogger logger, string folder, Exception reason);
}
