using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace ChatIntake.WeCom.Webhooks;

/// <summary>Where posts go, and how long one may take.</summary>
public sealed class WebhookOptions
{
    /// <summary>WeCom, a private installation of it, or the simulator.</summary>
    public Uri BaseUrl { get; set; } = new("https://qyapi.weixin.qq.com");

    /// <summary>After this an attempt counts as unanswered. 10 seconds by default.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>Registers <see cref="WebhookClient"/>.</summary>
public static class WebhookRegistration
{
    /// <summary>What the breaker takes for a failing WeCom: at least this many attempts within the sampling minute, most failed.</summary>
    internal const int BreakerAttempts = 5;

    private const double BreakerFailureRatio = 0.8;
    private const long MaxAnswerBytes = 64 * 1024;

    /// <summary>
    /// Adds the client with a time-out for each attempt and a circuit breaker, and no retries: the outbox alone knows whether a
    /// repetition would be a second post. Requests are not logged, since the address holds the key; redirects are not followed.
    /// </summary>
    public static IServiceCollection AddWeComWebhooks(this IServiceCollection services, Action<WebhookOptions>? configure = null)
    {
        services.AddOptions<WebhookOptions>().Configure(options => configure?.Invoke(options));
        services.AddHttpClient<WebhookClient>((provider, http) =>
            {
                http.BaseAddress = new Uri(OptionsOf(provider).BaseUrl.AbsoluteUri.TrimEnd('/') + "/");
                // The pipeline's time-out ends with the header; this one also ends a body that stalls.
                http.Timeout = 2 * OptionsOf(provider).AttemptTimeout;
                http.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddResilienceHandler("webhook", (pipeline, context) => pipeline
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    MinimumThroughput = BreakerAttempts,
                    FailureRatio = BreakerFailureRatio,
                    SamplingDuration = TimeSpan.FromMinutes(1),
                    BreakDuration = TimeSpan.FromSeconds(30),
                })
                .AddTimeout(OptionsOf(context.ServiceProvider).AttemptTimeout));
        return services;
    }

    private static WebhookOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<WebhookOptions>>().Value;
}
