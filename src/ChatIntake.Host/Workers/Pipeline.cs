using ChatIntake.Desk;
using ChatIntake.Escalation;
using ChatIntake.Journal;
using ChatIntake.Notices;

namespace ChatIntake.Host.Workers;

/// <summary>
/// The two things that a desk does over and over: decide what was recorded, and post what is to be told. Each runs one at a time; what one does wakes the other.
/// </summary>
internal sealed class Pipeline(IStore store, DeskRunner desk, OutboxRunner outbox, TimeProvider deskClock) : IDisposable
{
    private readonly SemaphoreSlim deciding = new(1);
    private readonly SemaphoreSlim posting = new(1);

    /// <summary>Wakes the loop that decides.</summary>
    public Pulse Inputs { get; } = new();

    /// <summary>Wakes the loop that posts.</summary>
    public Pulse Outgoing { get; } = new();

    public DeskRunner Desk => desk;

    /// <summary>The earliest instant at which something is due without anybody speaking; null where nothing is.</summary>
    public DateTimeOffset? NextDue => NextTick is { } tick && !(NextPost < tick) ? tick : NextPost;

    /// <summary>The earliest due time of a clock or of the report day.</summary>
    public DateTimeOffset? NextTick => DuesTable.Next(store, desk.Desk);

    /// <summary>When a post is to be composed or tried next.</summary>
    public DateTimeOffset? NextPost => outbox.Wake;

    /// <summary>Turns passed due times into inputs and decides all that waits.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> Decide(CancellationToken cancellation)
    {
        await deciding.WaitAsync(cancellation);
        try { return await DecideAlone(cancellation); }
        finally { deciding.Release(); }
    }

    /// <summary>Posts what is to go out at this instant.</summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> Post(CancellationToken cancellation)
    {
        await posting.WaitAsync(cancellation);
        try { return await PostAlone(cancellation); }
        finally { posting.Release(); }
    }

    /// <summary>
    /// Decides and posts until nothing is left to do at this instant; the loops stand still meanwhile, so that <see cref="NextDue"/> is true for what was decided.
    /// </summary>
    public async Task Settle(CancellationToken cancellation)
    {
        await deciding.WaitAsync(cancellation);
        try
        {
            await posting.WaitAsync(cancellation);
            try
            {
                while (await DecideAlone(cancellation) | await PostAlone(cancellation))
                {
                }
            }
            finally
            {
                posting.Release();
            }
        }
        finally
        {
            deciding.Release();
        }
    }

    public void Dispose()
    {
        deciding.Dispose();
        posting.Dispose();
        Inputs.Dispose();
        Outgoing.Dispose();
    }

    private async Task<bool> DecideAlone(CancellationToken cancellation)
    {
        var ticks = await Ticker.Tick(store, desk.Desk, deskClock.GetUtcNow());
        var decided = await desk.Advance(cancellation);
        if (decided > 0) Outgoing.Beat();
        return ticks + decided > 0;
    }

    private async Task<bool> PostAlone(CancellationToken cancellation)
    {
        var posted = await outbox.RunOnce(cancellation);
        if (posted) Inputs.Beat();
        return posted;
    }
}

/// <summary>A signal that is remembered until somebody waits for it; many beats are one.</summary>
internal sealed class Pulse : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Beat()
    {
        try { signal.Release(); }
        catch (SemaphoreFullException) { /* It has not been heard yet; once is enough. */ }
    }

    /// <summary>Waits for a beat, at most for <paramref name="longest"/>.</summary>
    public Task Wait(TimeSpan longest, CancellationToken cancellation) => signal.WaitAsync(longest, cancellation);

    public void Dispose() => signal.Dispose();
}
