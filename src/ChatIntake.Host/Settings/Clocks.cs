using ChatIntake.Host.Workers;

namespace ChatIntake.Host.Settings;

/// <summary>The two clocks: the desk's (posting, due times, budgets, callback timestamps), which a demo may move, and the machine's (time-outs, checkpoints).</summary>
internal sealed record Clocks(DeskClock Desk, TimeProvider Machine)
{
    public static Clocks Real() => new(new DeskClock(TimeProvider.System), TimeProvider.System);
}
