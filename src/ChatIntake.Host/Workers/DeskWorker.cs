using ChatIntake.Host.Settings;
using ChatIntake.Journal;
using ChatIntake.Storage.LiteDb;

namespace ChatIntake.Host.Workers;

/// <summary>Keeps both loops of the pipeline running. A loop that fails waits and goes on; one that has lost its desk or its store stops the program.</summary>
internal sealed partial class DeskWorker(Pipeline pipeline, Clocks clocks, IHostApplicationLifetime lifetime, ILogger<DeskWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(
            Loop("decide", pipeline.Decide, pipeline.Inputs, () => pipeline.NextTick, stoppingToken),
            Loop("post", pipeline.Post, pipeline.Outgoing, () => pipeline.NextPost, stoppingToken));
    }

    private async Task Loop(string name, Func<CancellationToken, Task<bool>> work, Pulse pulse, Func<DateTimeOffset?> next, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (!await work(stopping)) await pulse.Wait(Until(next()), stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is JournalConflictException or StoreBrokenException)
            {
                LogLost(logger, name, e);
                lifetime.StopApplication();
                return;
            }
            catch (Exception e)
            {
                // The item is still in the inbox or the outbox: it is taken up again.
                LogFailed(logger, name, e);
                await Task.Delay(AfterFailure, clocks.Machine, stopping).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private TimeSpan Until(DateTimeOffset? next)
    {
        if (next is not { } due) return Longest;
        var wait = due - clocks.Desk.GetUtcNow();
        return wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
    }

    [LoggerMessage(EventId = 231, Level = LogLevel.Critical, Message = "The loop '{Name}' cannot go on; the program stops")]
    private static partial void LogLost(ILogger logger, string name, Exception exception);

    [LoggerMessage(EventId = 232, Level = LogLevel.Error, Message = "The loop '{Name}' failed and goes on in two seconds")]
    private static partial void LogFailed(ILogger logger, string name, Exception exception);
}
