namespace ChatIntake.Host.Workers;

/// <summary>
/// The desk's clock: the machine's, until a player sets it; set, it stands still, so that a played morning comes out the same each time, until it is let go and runs on
/// from there at normal speed.
/// </summary>
internal sealed class DeskClock(TimeProvider machine) : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset? standing;
    private TimeSpan ahead;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return standing ?? machine.GetUtcNow() + ahead;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => machine.CreateTimer(callback, state, dueTime, period);

    public override long GetTimestamp() => machine.GetTimestamp();

    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <summary>Moves the clock to an instant, at which it stands; never back.</summary>
    public void StandAt(DateTimeOffset instant)
    {
        lock (gate)
            if (standing is null || instant > standing) standing = instant;
    }

    /// <summary>Lets the clock run on from where it stands.</summary>
    public void Run()
    {
        lock (gate)
        {
            if (standing is { } at) ahead = at - machine.GetUtcNow();
            standing = null;
        }
    }
}
