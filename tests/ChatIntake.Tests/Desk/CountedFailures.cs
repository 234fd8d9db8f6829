using Microsoft.Extensions.Logging;

namespace ChatIntake.Tests.Desk;

/// <summary>Keeps what a desk logs as failed.</summary>
internal sealed class CountedFailures : ILogger
{
    public List<string> Messages { get; } = [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) Messages.Add(formatter(state, exception) + "\n" + exception);
    }
}
