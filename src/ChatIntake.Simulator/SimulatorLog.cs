namespace ChatIntake.Simulator;

/// <summary>
/// A post that arrived by <c>webhook</c> or <c>response_url</c>. Its outcome is <c>posted</c>, <c>refused</c>,
/// <c>dropped</c>, or <c>posted, answer lost</c>.
/// </summary>
internal sealed record PostEntry(
    DateTimeOffset At, string By, string Key, string? ChatId, string? MsgType, string? Content, int Errcode, string Outcome);

/// <summary>One attempt at a callback: the HTTP status, or why there was none.</summary>
internal sealed record CallbackAttempt(int? Status, string Outcome);

/// <summary>
/// A callback with all its attempts. Event is null for a message; Reply is what the passive answer said, or why it could
/// not be read, and null for an empty one.
/// </summary>
internal sealed record CallbackEntry(
    DateTimeOffset At, string MsgId, string? ArchiveMsgId, string ChatId, CallbackKind Kind, string? Event, bool Answered,
    IReadOnlyList<CallbackAttempt> Attempts, string? Reply);

/// <summary>What happened on the wire, for tests and for looking at.</summary>
internal sealed class SimulatorLog
{
    private readonly Lock gate = new();
    private readonly List<PostEntry> posts = [];
    private readonly List<CallbackEntry> callbacks = [];

    internal void Add(PostEntry post)
    {
        lock (gate) posts.Add(post);
    }

    internal void Add(CallbackEntry callback)
    {
        lock (gate) callbacks.Add(callback);
    }

    internal object Read()
    {
        lock (gate)
        {
            return new
            {
                posts = posts.ToArray(),
                refused = posts.Where(p => p.Errcode != 0).ToArray(),
                callbacks = callbacks.ToArray(),
            };
        }
    }
}
