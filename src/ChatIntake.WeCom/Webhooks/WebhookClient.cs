using System.Globalization;
using System.Net;
using System.Text;
using ChatIntake.WeCom.Wire;
using Polly;
using Polly.Timeout;

namespace ChatIntake.WeCom.Webhooks;

/// <summary>
/// Posts to groups: <c>POST {base}/cgi-bin/webhook/send?key=KEY</c> (document 99110). One call is one attempt; whoever keeps the
/// outbox decides about the next. May be kept for the life of the process.
/// </summary>
/// <param name="http">A client whose base address is WeCom's; see <see cref="WebhookRegistration"/>.</param>
public sealed class WebhookClient(HttpClient http)
{
    private const int MaxDetailBytes = 400;

    /// <summary>Makes one attempt. Failures are outcomes; only cancellation throws, after which the post may have gone out.</summary>
    public async Task<WebhookResult> SendAsync(string key, WebhookPost post, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"cgi-bin/webhook/send?key={Uri.EscapeDataString(key)}");
        request.Content = new StringContent(post.ToJson(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return Judge(response.StatusCode, body, key);
        }
        catch (TimeoutRejectedException)
        {
            return Untold(WebhookOutcome.Unknown, "No answer in time.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Untold(WebhookOutcome.Unknown, "No answer in time.");
        }
        catch (ExecutionRejectedException)
        {
            return Untold(WebhookOutcome.RetrySoon, "Not tried: too many posts failed or stalled just now.");
        }
        catch (HttpRequestException e)
        {
            return Untold(NeverSent(e.HttpRequestError) ? WebhookOutcome.RetrySoon : WebhookOutcome.Unknown,
                $"Connection failed: {e.HttpRequestError}.");
        }
    }

    // WeCom answers 200 even for refusals, so the status counts only where no errcode came along.
    private static WebhookResult Judge(HttpStatusCode status, string body, string key)
    {
        var answer = WireJson.ParseObject(body, out _);
        if (int.TryParse(answer?.Text("errcode"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var errorCode))
        {
            var detail = $"errcode {errorCode}, {WebhookErrors.MeaningOf(errorCode)}: {answer?.Text("errmsg")}";
            return new WebhookResult(WebhookErrors.OutcomeOf(errorCode), errorCode, Redacted(detail, key));
        }
        var refused = (int)status is >= 300 and < 500 || status == HttpStatusCode.ServiceUnavailable;
        return Untold(refused ? WebhookOutcome.RetrySoon : WebhookOutcome.Unknown, $"HTTP {(int)status} without an errcode.");
    }

    private static bool NeverSent(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static WebhookResult Untold(WebhookOutcome outcome, string detail) => new(outcome, 0, detail);

    private static string Redacted(string detail, string key)
    {
        var redacted = key.Length == 0 ? detail : detail.Replace(key, "***", StringComparison.OrdinalIgnoreCase);
        return Utf8Budget.Cut(redacted, MaxDetailBytes);
    }
}
