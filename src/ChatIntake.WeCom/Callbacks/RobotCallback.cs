namespace ChatIntake.WeCom.Callbacks;

/// <summary>Where something was said.</summary>
public enum ChatKind
{
    /// <summary>A blackboard, or a kind that this version does not know.</summary>
    Other,
    Single,
    Group,
}

/// <summary>What a callback brings.</summary>
public enum CallbackKind
{
    /// <summary>Nothing that can be acted upon: no id, no readable content, or a kind that this version does not know.</summary>
    Unknown,
    Text,
    Mixed,
    Image,
    Voice,
    File,
    Video,
    Event,

    /// <summary>A click on a button below a post (group robot).</summary>
    Attachment,

    /// <summary>WeCom asks for the rest of an unfinished answer (AI bot); nobody said anything.</summary>
    StreamRefresh,
}

/// <summary>A decrypted callback of a group robot (document 99399) or an AI bot (document 100719), whichever form it came in.</summary>
public sealed record RobotCallback
{
    /// <summary>Unique for each callback, the same when WeCom repeats it. Digits beyond 2^53 or Base64: never a number.</summary>
    public required string MessageId { get; init; }

    /// <summary>Empty in a one-to-one chat with an AI bot.</summary>
    public required string ChatId { get; init; }

    public required ChatKind ChatKind { get; init; }

    /// <summary>The user id, possibly an encrypted one (<c>wo…</c>).</summary>
    public required string SenderId { get; init; }

    /// <summary>Group robots only.</summary>
    public string? SenderName { get; init; }

    /// <summary>Group robots only.</summary>
    public string? SenderAlias { get; init; }

    public required CallbackKind Kind { get; init; }

    /// <summary>What was said, the mention of the bot still in it, with a placeholder such as <c>[图片]</c> for each medium.</summary>
    public required string Text { get; init; }

    /// <summary>The quoted message in the same form; whose it was is not told. AI bots only.</summary>
    public string? QuoteText { get; init; }

    /// <summary>Where to post to the group, key included: a secret, and not to be trusted before its host is checked.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>Tells the group's name and members, once, within five minutes. Check its host first.</summary>
    public string? ChatInfoUrl { get; init; }

    /// <summary>Takes one answer within an hour. Check its host first.</summary>
    public string? ResponseUrl { get; init; }

    public string? EventType { get; init; }

    /// <summary>When it was said, where the message tells; most do not.</summary>
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>The whole plain text as it was decrypted.</summary>
    public required string Raw { get; init; }
}

/// <summary>A callback, or the problem why the text is none (for the log; it holds nothing of the message).</summary>
public readonly record struct CallbackResult(RobotCallback? Callback, string Problem);
