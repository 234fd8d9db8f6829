namespace ChatIntake.Simulator.Playing;

/// <summary>How fast a transcript plays.</summary>
public interface IPace
{
    /// <summary>Completes when the message of that instant is to be said; at once for an instant already past.</summary>
    Task WaitUntil(DateTimeOffset at, CancellationToken cancel);
}

/// <summary>Plays from the first instant asked for onwards, <paramref name="speed"/> times as fast as it was spoken.</summary>
/// <param name="clock">The clock on which the waiting is done.</param>
/// <param name="speed">1 is as spoken; infinity does not wait at all.</param>
/// <param name="longestWait">Silences longer than this on the clock (nights) are cut to it; no limit when null.</param>
public sealed class RealPace(TimeProvider clock, double speed, TimeSpan? longestWait = null) : IPace
{
    private readonly double speed = speed > 0
        ? speed
        : throw new ArgumentOutOfRangeException(nameof(speed), "The speed must be greater than zero.");

    private DateTimeOffset? previous;
    private DateTimeOffset due;

    /// <inheritdoc/>
    public async Task WaitUntil(DateTimeOffset at, CancellationToken cancel)
    {
        if (previous is { } before)
        {
            // Due times build on one another, so that the time of saying does not add up to a delay.
            var pause = at > before ? (at - before) / speed : TimeSpan.Zero;
            due += pause > longestWait ? longestWait.Value : pause;
        }
        else
        {
            due = clock.GetUtcNow();
        }
        previous = previous > at ? previous : at;
        var wait = due - clock.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel);
    }
}
