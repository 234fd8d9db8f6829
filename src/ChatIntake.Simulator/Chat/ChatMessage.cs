namespace ChatIntake.Simulator.Chat;

/// <summary>What a message is made of; the names are those of the archive.</summary>
internal enum MessageKind
{
    Text,
    Markdown,
    Image,
    File,

    /// <summary>A line of the client's own (someone joined); neither archived nor sent to bots.</summary>
    Notice,
}

/// <summary>
/// What was said, before the log has numbered it. Mentions are the user ids that a post calls on beside its text, or
/// <c>@all</c>.
/// </summary>
internal sealed record Draft(
    Room Room, Person From, MessageKind Kind, string Text, ChatMessage? Quote = null, IReadOnlyList<string>? Mentions = null);

/// <summary>
/// A message in a group. Seq is its place among all messages of the enterprise, from 1, and the archive's seq; MsgId is
/// its id in the archive, which no callback ever tells.
/// </summary>
internal sealed record ChatMessage(long Seq, string MsgId, DateTimeOffset At, Draft Said)
{
    internal string KindName => Said.Kind switch
    {
        MessageKind.Text => "text",
        MessageKind.Markdown => "markdown",
        MessageKind.Image => "image",
        MessageKind.File => "file",
        _ => "notice",
    };
}
