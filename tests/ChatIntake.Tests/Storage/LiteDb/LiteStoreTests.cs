using ChatIntake.Journal;
using ChatIntake.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatIntake.Tests.Storage.LiteDb;

public sealed class LiteStoreTests : StoreTransactionContractTests
{
    private readonly FakeTimeProvider clock = new();
    private TemporaryFolder? folder;

    protected override IStore Open()
        => LiteStore.Open(new LiteStoreOptions { Folder = (folder ??= new()).Path }, clock, NullLogger.Instance);

    [TearDown]
    public async Task RemoveTheFolder()
    {
        await Store.DisposeAsync();
        folder?.Dispose();
        folder = null;
    }

    private long Size(string file) => new FileInfo(Path.Combine(folder!.Path, file)).Length;

    [Test]
    public async Task What_was_written_is_there_after_closing_and_opening()
    {
        await PutAll("a", "B", "局");
        await Store.Write(t =>
        {
            t.Delete(Table.Views, "a");
            return 0;
        });
        await CloseAndOpenAgain();
        Assert.That(Keys("", "\uffff"), Is.EqualTo(new[] { "B", "局" }));
        await Put("c", "after");
        await CloseAndOpenAgain();
        Assert.That(Keys("", "\uffff"), Is.EqualTo(new[] { "B", "c", "局" }));
    }

    [Test]
    public async Task Closing_waits_for_what_was_handed_in()
    {
        var all = Enumerable.Range(0, 300).Select(i => Put($"k/{i:D3}", "v")).ToArray();
        await CloseAndOpenAgain();
        Assert.That(all.Count(t => t.IsCompletedSuccessfully), Is.EqualTo(300));
        Assert.That(Keys("k/", "k0"), Has.Length.EqualTo(300));
    }

    [Test]
    public async Task Closing_twice_is_harmless()
    {
        await Store.DisposeAsync();
        await Store.DisposeAsync();
    }

    [Test]
    public async Task After_closing_the_log_is_empty_and_all_is_in_the_data_file()
    {
        await Put("a", new string('x', 100_000));
        Assert.That(Size("chatintake-log.db"), Is.GreaterThan(100_000));
        await Store.DisposeAsync();
        Assert.That(Size("chatintake-log.db"), Is.LessThanOrEqualTo(4096));
        Assert.That(Size("chatintake.db"), Is.GreaterThan(100_000));
    }

    [Test]
    public async Task The_timer_empties_the_log_while_the_store_goes_on()
    {
        await Put("a", new string('x', 100_000));
        clock.Advance(TimeSpan.FromSeconds(60));
        await Put("b", "after");

        // The first may have been taken together with the request for a checkpoint, which comes after it then.
        await Put("c", "after");
        Assert.That(Size("chatintake-log.db"), Is.LessThan(100_000));
        Assert.That((Text("a")!.Length, Text("b")), Is.EqualTo((100_000, "after")));
    }

    [Test]
    public async Task A_log_that_grows_too_long_is_emptied_before_its_time()
    {
        using var other = new TemporaryFolder();
        var options = new LiteStoreOptions { Folder = other.Path, LogMebibytes = 1 };
        await using var store = LiteStore.Open(options, clock, NullLogger.Instance);
        for (var i = 0; i < 30; i++)
        {
            await store.Write(t =>
            {
                t.Put(Table.Words, $"w/{i:D2}", new byte[200_000]);
                return 0;
            });
        }

        Assert.That(new FileInfo(Path.Combine(other.Path, "chatintake-log.db")).Length, Is.LessThan(2 << 20));
        Assert.That(store.Range(Table.Words, "w/", "w0"), Has.Count.EqualTo(30));
    }

    [Test]
    public async Task Values_up_to_the_limit_are_kept_and_a_larger_one_is_refused_for_its_caller_alone()
    {
        var largest = Put("largest", new string('x', 16_000_000));
        var larger = Put("larger", new string('x', 16_000_001));
        var neighbour = Put("neighbour", "here");
        await Task.WhenAll(largest, neighbour);
        Assert.That(async () => await larger, Throws.InstanceOf<ArgumentException>());
        Assert.That(Keys("", "\uffff"), Is.EqualTo(new[] { "largest", "neighbour" }));
        Assert.That(Text("largest"), Has.Length.EqualTo(16_000_000));
    }

    [Test]
    public async Task Keys_beyond_the_basic_plane_are_ordered_by_their_utf_16_units()
    {
        string[] keys = ["\U00020000", "\uffee", "\ud7ff", "\ue000", "𠮷"];
        await PutAll(keys);
        Assert.That(Keys("", "\uffff"), Is.EqualTo(keys.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void The_names_of_all_tables_fit_into_the_first_sector_of_the_file()
    {
        // LiteDB's list of collections starts at byte 192 of the file: length, then type, name, end, number each, then end.
        var list = 4 + Enum.GetNames<Table>().Sum(n => 1 + n.Length + 1 + 4) + 1;
        Assert.That(192 + list, Is.LessThanOrEqualTo(512));
    }

    [Test]
    public async Task Sixteen_threads_lose_no_step_while_checkpoints_run()
    {
        await StoreHammer.Strike(Store, () => clock.Advance(TimeSpan.FromSeconds(60)));
        await CloseAndOpenAgain();
        Assert.That(Store.Range(Table.Meta, "count/", "count0").Sum(r => BitConverter.ToInt32(r.Value)), Is.EqualTo(StoreHammer.Total));
    }
}
