namespace ChatIntake.Notices;

/// <summary>What follows from the attempts made so far.</summary>
public enum PostStep
{
    /// <summary>Try at the given instant.</summary>
    TryAt,

    /// <summary>Send the notices again in smaller posts.</summary>
    Split,

    /// <summary>Send the same as plain text.</summary>
    Plain,

    /// <summary>It is over, well or badly.</summary>
    End,
}

/// <summary>
/// The patience of the outbox, a pure function of a post's attempts: a busy server is asked four times with growing pauses, a limit is waited out, an
/// unknown outcome is risked once more, one that cannot be reached is tried for a day, and anything else ends. Pauses carry jitter taken from the post's number, so that the function stays pure.
/// </summary>
public static class PostPolicy
{
    /// <summary>An attempt without an outcome is one whose process died: after this long nobody is still waiting for its answer.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Outage = TimeSpan.FromDays(1);

    private const int BusyTries = 4;
    private const int LimitTries = 60;
    private const int UnknownTries = 2;

    public static (PostStep Step, DateTimeOffset At) Next(PostRow post)
    {
        if (post.Attempts.IsEmpty) return (PostStep.TryAt, post.ComposedAt);
        var last = post.Attempts[^1];
        return (last.Outcome ?? PostOutcome.Unknown) switch
        {
            PostOutcome.RetrySoon => Again(post, PostOutcome.RetrySoon, BusyTries, last.At + Pause(post) + Jitter(post, 1000)),
            PostOutcome.Unreachable => last.At - post.ComposedAt < Outage ? (PostStep.TryAt, last.At + Longer(post) + Jitter(post, 1000)) : (PostStep.End, last.At),
            PostOutcome.WaitMinute => Again(post, PostOutcome.WaitMinute, LimitTries, last.At + TimeSpan.FromSeconds(60) + Jitter(post, 5000)),
            PostOutcome.Unknown => Again(post, PostOutcome.Unknown, UnknownTries, last.At + (last.Outcome is null ? Forgotten : TimeSpan.FromSeconds(5)) + Jitter(post, 1000)),
            PostOutcome.TooLong => (PostStep.Split, last.At),
            PostOutcome.BadForm when post.Markdown => (PostStep.Plain, last.At),
            _ => (PostStep.End, last.At),
        };
    }

    private static (PostStep, DateTimeOffset) Again(PostRow post, PostOutcome outcome, int most, DateTimeOffset at) =>
        post.Attempts.Count(a => (a.Outcome ?? PostOutcome.Unknown) == outcome) < most ? (PostStep.TryAt, at) : (PostStep.End, at);

    private static TimeSpan Pause(PostRow post) => TimeSpan.FromSeconds(1 << Math.Min(post.Attempts.Length, 5));

    private static TimeSpan Longer(PostRow post) => TimeSpan.FromSeconds(Math.Min(300, 1 << Math.Min(post.Attempts.Length, 9)));

    private static TimeSpan Jitter(PostRow post, int milliseconds) =>
        TimeSpan.FromMilliseconds((uint)((ulong)(post.Id.Value * 31 + post.Attempts.Length) * 0x9E3779B97F4A7C15UL >> 32) % (uint)milliseconds);
}
