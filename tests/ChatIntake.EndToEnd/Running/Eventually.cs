namespace ChatIntake.EndToEnd.Running;

/// <summary>Waits for what the running program is about to do, by looking again; gives up so late that only a fault is ever given up on.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    internal static Task True(Func<bool> condition, string what) => True(() => Task.FromResult(condition()), what);

    internal static async Task True(Func<Task<bool>> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Patience) Assert.Fail($"It never came to be: {what}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
