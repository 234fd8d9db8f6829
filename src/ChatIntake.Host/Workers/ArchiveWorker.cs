using ChatIntake.Host.Channels;

namespace ChatIntake.Host.Workers;

/// <summary>Pulls one archive feed at its interval on the machine's clock; a failing archive is asked again later and stops nothing.</summary>
internal sealed partial class ArchiveWorker(ArchiveFeed feed, TimeSpan interval, TimeProvider machineClock, ILogger<ArchiveWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, machineClock);
        try
        {
            do await Pull(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; the watermark says where to go on.
        }
    }

    private async Task Pull(CancellationToken stopping)
    {
        try { await feed.Pull(stopping); }
        catch (Exception e) when (e is not OperationCanceledException) { LogFailed(logger, e); }
    }

    [LoggerMessage(EventId = 241, Level = LogLevel.Error, Message = "Pulling an archive failed; it is tried again at the next interval")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
