using ChatIntake.Desk;
using ChatIntake.Host.Settings;

namespace ChatIntake.Host.Workers;

/// <summary>
/// Notices that a file of the lexicon was changed while the service runs, and hands it to the desk as a new version. What the folder holds at the start is not imported:
/// the desk may go by another one. A folder is taken when it reads the same twice, so that a file half written is not; one with mistakes is told and left aside.
/// </summary>
internal sealed partial class LexiconWatch(string folder, TimeSpan interval, Func<string, Task> import, TimeProvider machineClock, ILogger<LexiconWatch> logger) : BackgroundService
{
    private string? before;
    private string? pending;
    private bool unreadable;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (interval <= TimeSpan.Zero) return;
        using var timer = new PeriodicTimer(interval, machineClock);
        try
        {
            do await Look();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what was changed meanwhile is told of at the next start.
        }
    }

    /// <summary>Looks at the folder once.</summary>
    internal async Task Look()
    {
        try
        {
            var text = RuleFiles.ReadOne(RuleKinds.Lexicon, folder);
            unreadable = false;
            before ??= text;
            if (text == before) pending = null;
            else if (text != pending) pending = text;
            else await Take(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!unreadable) LogUnreadable(logger, folder, e.Message);
            unreadable = true;
        }
        catch (Exception e)
        {
            // The same text is taken up at the next look.
            LogFailed(logger, e);
        }
    }

    private async Task Take(string text)
    {
        if (Mistakes(text) is { Length: > 0 } mistakes)
        {
            foreach (var mistake in mistakes) LogMistake(logger, mistake);
            LogRefused(logger, folder);
        }
        else
        {
            await import(text);
            LogTaken(logger, folder);
        }
        (before, pending) = (text, null);
    }

    private static string[] Mistakes(string text)
    {
        try
        {
            DecideRule.Check(RuleKinds.Lexicon, text);
            return [];
        }
        catch (RuleException e)
        {
            return e.Message.Split('\n');
        }
    }

    [LoggerMessage(EventId = 261, Level = LogLevel.Information, Message = "The lexicon in '{Folder}' was changed and is imported")]
    private static partial void LogTaken(ILogger logger, string folder);

    [LoggerMessage(EventId = 262, Level = LogLevel.Error, Message = "The lexicon in '{Folder}' was changed and has mistakes; the desk goes by the one before")]
    private static partial void LogRefused(ILogger logger, string folder);

    [LoggerMessage(EventId = 263, Level = LogLevel.Error, Message = "Lexicon: {Mistake}")]
    private static partial void LogMistake(ILogger logger, string mistake);

    [LoggerMessage(EventId = 264, Level = LogLevel.Warning, Message = "The lexicon in '{Folder}' cannot be read: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string folder, string reason);

    [LoggerMessage(EventId = 265, Level = LogLevel.Error, Message = "A changed lexicon could not be imported; it is tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
