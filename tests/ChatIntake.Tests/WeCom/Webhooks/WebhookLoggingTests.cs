using System.Collections.Concurrent;
using ChatIntake.WeCom.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatIntake.Tests.WeCom.Webhooks;

public sealed class WebhookLoggingTests
{
    [Test]
    public async Task The_key_reaches_no_log_at_any_level()
    {
        const string key = "693a91f6-key";
        using var log = new RecordingLog();
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddWeComWebhooks(options => options.BaseUrl = server.Url)
            .BuildServiceProvider();
        var client = services.GetRequiredService<WebhookClient>();
        for (var i = 0; i <= WebhookRegistration.BreakerAttempts; i++)
            await client.SendAsync(key, WebhookPost.Text("x"), default);

        Assert.That(log.Lines, Has.Some.Contains("OnCircuitOpened"), "the log was listening");
        Assert.That(log.Lines, Has.None.Contains(key));
    }

    private sealed class RecordingLog : ILoggerProvider, ILogger
    {
        internal ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
