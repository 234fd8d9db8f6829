namespace ChatIntake.Notices;

/// <summary>A post as it is handed to the channel: users to be mentioned are the channel's own ids.</summary>
public sealed record PostToSend(string Way, bool Markdown, string Text, IReadOnlyList<string> Mentions);

/// <summary>The channel through which posts go out.</summary>
public interface IPostSender
{
    /// <summary>The most UTF-8 bytes of a text post and of a markdown post.</summary>
    (int Text, int Markdown) Limits { get; }

    /// <summary>Whether the way can be used at all: its secret is configured.</summary>
    bool Has(string way);

    /// <summary>Words of people as they may stand in a post: they mention nobody and break no markup.</summary>
    string Quote(string words, bool markdown);

    /// <summary>One attempt, no retries. Failures are outcomes; only cancellation throws.</summary>
    Task<(PostOutcome Outcome, int ErrorCode)> Send(PostToSend post, CancellationToken cancellation);
}
