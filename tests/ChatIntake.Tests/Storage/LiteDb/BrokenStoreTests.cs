using ChatIntake.Journal;
using ChatIntake.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatIntake.Tests.Storage.LiteDb;

/// <summary>What the store says when its disk fails for good while it runs.</summary>
public sealed class BrokenStoreTests
{
    private readonly FakeTimeProvider clock = new();

    private LiteStore Open(ForgetfulDisk disk)
        => LiteStore.Open(disk.Data, disk.Log, disk, new LiteStoreOptions { Folder = "memory" }, clock, NullLogger.Instance);

    private static Task<int> Put(LiteStore store, string key) => store.Write(t =>
    {
        t.Put(Table.Views, key, [1]);
        return 0;
    });

    [Test]
    public async Task A_failed_disk_fails_the_write_and_all_later_calls_and_the_cause_is_told()
    {
        using var disk = ForgetfulDisk.Empty();
        await using var store = Open(disk);
        await Put(store, "kept");
        disk.CutAt = disk.Operations;
        var all = Enumerable.Range(0, 20).Select(i => Put(store, $"lost/{i}")).ToArray();
        foreach (var write in all)
        {
            Assert.That(async () => await write, Throws.InstanceOf<StoreBrokenException>()
                .With.Message.Contains("The power fails").And.InnerException.InstanceOf<IOException>());
        }

        Assert.That(async () => await Put(store, "later"), Throws.InstanceOf<StoreBrokenException>());
        Assert.That(() => store.Get(Table.Views, "kept"), Throws.InstanceOf<StoreBrokenException>());
        Assert.That(() => store.Range(Table.Views, "a", "z"), Throws.InstanceOf<StoreBrokenException>());
    }

    [Test]
    public async Task A_checkpoint_that_fails_stops_the_store_and_loses_nothing()
    {
        var disk = ForgetfulDisk.Empty();
        await using (var store = Open(disk))
        {
            await Put(store, "kept");
            disk.CutAt = disk.Operations + 2;
            clock.Advance(TimeSpan.FromSeconds(60));
            Assert.That(async () => await Put(store, "later"), Throws.InstanceOf<StoreBrokenException>());
        }

        await using var next = Open(disk.AfterCut(new Random(1)));
        Assert.That(next.Range(Table.Views, "", "z").Select(r => r.Key), Is.EqualTo(new[] { "kept" }));
    }

    [Test]
    public async Task A_failure_leaves_nothing_behind_that_ends_the_process_later()
    {
        for (var operation = 0; operation < 6; operation++) await FailAt(operation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private async Task FailAt(int operation)
    {
        using var disk = ForgetfulDisk.Empty();
        await using var store = Open(disk);
        disk.CutAt = disk.Operations + operation;
        for (var i = 0; i < 6 && !disk.IsOff; i++)
        {
            try { await Put(store, $"k{i}"); }
            catch (StoreBrokenException) { Assert.That(disk.IsOff); }
        }

        Assert.That(disk.IsOff);
    }

    [Test]
    public async Task A_log_without_its_data_file_is_refused()
    {
        using var whole = ForgetfulDisk.Empty();
        await using var store = Open(whole);
        await Put(store, "a");
        using var none = ForgetfulDisk.Empty();
        using var copy = whole.Copy();
        Assert.That(
            () => LiteStore.Open(none.Data, copy.Log, none, new LiteStoreOptions(), clock, NullLogger.Instance),
            Throws.InstanceOf<InvalidDataException>());
    }
}
