namespace ChatIntake.WeCom.Archive;

/// <summary>What an archived entry is.</summary>
public enum ArchiveKind
{
    /// <summary>Could not be read; <see cref="ArchiveEntry.Problem"/> says why.</summary>
    Broken,
    Text,
    Mixed,
    Image,
    Voice,
    Video,
    File,

    /// <summary>Something that was sent but is not spoken (a card, a vote, ...): see <see cref="ArchiveEntry.MessageType"/>.</summary>
    Other,

    /// <summary>An earlier message was taken back, by <c>msgtype</c> revoke or <c>action</c> recall.</summary>
    Revoke,

    /// <summary>A member changed the enterprise; nobody said anything.</summary>
    Switch,
}

/// <summary>An entry of the chat archive (会话内容存档, document 91774) in plain text.</summary>
public sealed record ArchiveEntry
{
    /// <summary>The position in the archive; 0 when a broken entry tells none.</summary>
    public required long Seq { get; init; }

    /// <summary>Ends in <c>_external</c> when personal WeChat users were among the readers. Empty when broken.</summary>
    public string MessageId { get; init; } = "";

    /// <summary><c>send</c>, <c>recall</c> or <c>switch</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>A member's user id, or <c>wm…</c>/<c>wo…</c> for an external contact, <c>wb…</c> for a robot.</summary>
    public string From { get; init; } = "";

    /// <summary>Empty in a one-to-one chat.</summary>
    public string RoomId { get; init; } = "";

    /// <summary>When it was sent, to the millisecond, UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    public ArchiveKind Kind { get; init; }

    /// <summary>The <c>msgtype</c> of the wire.</summary>
    public string MessageType { get; init; } = "";

    /// <summary>What was said, with a placeholder such as <c>[文件 库存.xlsx]</c> for each medium.</summary>
    public string Text { get; init; } = "";

    /// <summary>The quoted message in the same form, where the feed carries it.</summary>
    public string? QuoteText { get; init; }

    /// <summary>The message that was taken back, where <see cref="ArchiveKind.Revoke"/> names it.</summary>
    public string? RevokedId { get; init; }

    /// <summary>Why the entry is broken, for the log; null when it is whole.</summary>
    public string? Problem { get; init; }

    /// <summary>The entry as it came.</summary>
    public required string Raw { get; init; }
}
