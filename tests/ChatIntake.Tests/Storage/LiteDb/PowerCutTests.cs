using ChatIntake.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatIntake.Tests.Storage.LiteDb;

/// <summary>The power fails at any operation on the disk, also while the store recovers from the cut before.</summary>
public sealed class PowerCutTests
{
    private const int Histories = 100;
    private const int CutsEach = 10;

    [Test]
    public async Task What_was_acknowledged_survives_a_power_cut_at_any_point_and_nothing_is_there_by_halves()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var whole = new ShadowedHistory(seed);
            var undisturbed = ForgetfulDisk.Empty();
            await Live(undisturbed, whole, transactions: 24, $"seed {seed}, no cut");
            for (var cut = 0; cut < CutsEach; cut++) await CutAndRecover(seed, cut, undisturbed.Operations);
        }
    }

    private static async Task CutAndRecover(int seed, int cut, long operations)
    {
        var random = new Random(seed * 1000 + cut);
        var history = new ShadowedHistory(seed);
        var disk = ForgetfulDisk.Empty();
        disk.CutAt = random.NextInt64(operations);
        var story = $"seed {seed}, cut at {disk.CutAt}";
        await Live(disk, history, transactions: 24, story);
        while (random.Next(3) == 0)
        {
            disk = disk.AfterCut(random);
            disk.CutAt = random.NextInt64(60);
            story += $", then at {disk.CutAt}";
            await Live(disk, history, transactions: 6, story);
        }

        disk = disk.AfterCut(random);
        await Live(disk, history, transactions: 6, story + ", then none");
        await Live(disk.Copy(), history, transactions: 0, story + ", closed and opened");
    }

    /// <summary>Opens the store, compares it with what it must hold, goes on writing, and closes it or loses power.</summary>
    private static async Task Live(ForgetfulDisk disk, ShadowedHistory history, int transactions, string story)
    {
        var clock = new FakeTimeProvider();
        var options = new LiteStoreOptions { Folder = story };
        LiteStore store;
        try
        {
            store = LiteStore.Open(disk.Data, disk.Log, disk, options, clock, NullLogger.Instance);
        }
        catch (IOException) when (disk.IsOff)
        {
            return;
        }

        try
        {
            history.Compare(store, story);
            await history.GoOn(store, transactions, () => clock.Advance(TimeSpan.FromSeconds(options.CheckpointSeconds)));
        }
        catch (StoreBrokenException) when (disk.IsOff)
        {
            // The power failed in the middle, as it was to.
        }

        await store.DisposeAsync();
    }
}
