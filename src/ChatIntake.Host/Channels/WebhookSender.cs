using ChatIntake.Host.Settings;
using ChatIntake.Notices;
using ChatIntake.WeCom.Webhooks;
using Microsoft.Extensions.Options;

namespace ChatIntake.Host.Channels;

/// <summary>Sends posts through group webhooks; the ways are names of secrets that hold the robots' keys.</summary>
internal sealed partial class WebhookSender(WebhookClient client, IOptions<IntakeOptions> options, ILogger<WebhookSender> logger) : IPostSender
{
    public (int Text, int Markdown) Limits => (WebhookPost.MaxTextBytes, WebhookPost.MaxMarkdownBytes);

    public bool Has(string way) => options.Value.Secrets.TryGetValue(way, out var key) && key.Length > 0;

    public string Quote(string words, bool markdown) => markdown ? PostEscaping.QuoteForMarkdown(words) : PostEscaping.QuoteForText(words);

    public async Task<(PostOutcome Outcome, int ErrorCode)> Send(PostToSend post, CancellationToken cancellation)
    {
        if (!Has(post.Way)) return (PostOutcome.WayClosed, 0);
        var body = post.Markdown ? WebhookPost.Markdown(post.Text) : WebhookPost.Text(post.Text, post.Mentions);
        var result = await client.SendAsync(options.Value.Secrets[post.Way], body, cancellation);
        if (result.Outcome != WebhookOutcome.Delivered) LogNotDelivered(logger, post.Way, result.Outcome, result.Detail);
        return (Meaning(result), result.ErrorCode);
    }

    private static PostOutcome Meaning(WebhookResult result) => result.Outcome switch
    {
        WebhookOutcome.Delivered => PostOutcome.Delivered,
        // Without a code of WeCom's nobody answered: the line, a proxy, or our own circuit breaker.
        WebhookOutcome.RetrySoon when result.ErrorCode == 0 => PostOutcome.Unreachable,
        WebhookOutcome.RetrySoon => PostOutcome.RetrySoon,
        WebhookOutcome.WaitMinute => PostOutcome.WaitMinute,
        WebhookOutcome.SplitAndResend => PostOutcome.TooLong,
        WebhookOutcome.FallBackToText => PostOutcome.BadForm,
        WebhookOutcome.DisableWay => PostOutcome.WayClosed,
        WebhookOutcome.Unknown => PostOutcome.Unknown,
        _ => PostOutcome.GiveUp,
    };

    [LoggerMessage(EventId = 221, Level = LogLevel.Warning, Message = "A post by {Way} was not delivered ({Outcome}): {Detail}")]
    private static partial void LogNotDelivered(ILogger logger, string way, WebhookOutcome outcome, string detail);
}
