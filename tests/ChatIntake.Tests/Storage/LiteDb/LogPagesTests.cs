using ChatIntake.Storage.LiteDb;

namespace ChatIntake.Tests.Storage.LiteDb;

public sealed class LogPagesTests
{
    private const int Page = 8192;
    private const int Slot = 512 + Page;
    private const int Head = 4096;

    private readonly MemoryStream disk = new();
    private int syncs;

    [SetUp]
    public void Clear()
    {
        disk.SetLength(0);
        syncs = 0;
    }

    private LogPages Open() => new(new StoreFile(disk, () => syncs++));

    private static void Append(LogPages log, params byte[] pages)
    {
        foreach (var fill in pages)
        {
            log.Position = log.Length;
            log.Write(Enumerable.Repeat(fill, Page).ToArray());
        }
    }

    private static byte[] Fills(LogPages log)
    {
        var page = new byte[Page];
        List<byte> fills = [];
        log.Position = 0;
        while (log.Read(page) == Page)
        {
            Assert.That(page, Is.All.EqualTo(page[0]));
            fills.Add(page[0]);
        }

        return [.. fills];
    }

    [Test]
    public void Pages_are_read_back_by_the_next_that_opens_the_log()
    {
        Append(Open(), 1, 2, 3);
        Assert.That(Fills(Open()), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(2, 2)]
    public void A_damaged_page_ends_the_log_whatever_stands_behind_it(int damaged, int left)
    {
        Append(Open(), 1, 2, 3);
        disk.Position = Head + damaged * Slot + 5000;
        disk.WriteByte(0xee);
        Assert.That(Fills(Open()), Has.Length.EqualTo(left));
    }

    [Test]
    public void A_page_that_stood_behind_a_lost_one_does_not_come_back_when_the_gap_is_filled()
    {
        Append(Open(), 1, 2, 3);
        var third = disk.ToArray().AsSpan(Head + 2 * Slot).ToArray();
        disk.SetLength(Head + Slot);
        Append(Open(), 9);
        disk.Position = Head + 2 * Slot;
        disk.Write(third);
        Assert.That(Fills(Open()), Is.EqualTo(new byte[] { 1, 9 }));
    }

    [Test]
    public void Pages_from_before_the_log_was_emptied_do_not_come_back()
    {
        var log = Open();
        Append(log, 1, 2, 3);
        var old = disk.ToArray();
        log.SetLength(0);
        Append(log, 4);
        disk.Position = Head + Slot;
        disk.Write(old.AsSpan(Head + Slot));
        Assert.That(Fills(Open()), Is.EqualTo(new byte[] { 4 }));
    }

    [Test]
    public void Either_head_may_be_lost_at_the_moment_it_is_written()
    {
        var log = Open();
        for (var i = 0; i < 3; i++)
        {
            Append(log, 1, 2);
            var before = disk.ToArray();
            log.SetLength(0);
            var written = disk.ToArray().AsSpan(0, 1024).ToArray();
            for (var at = 0; at < 1024; at++)
            {
                if (written[at] != before[at]) before[at] ^= 0xff;
            }

            using var torn = new MemoryStream();
            torn.Write(before);
            Assert.That(Fills(new LogPages(new StoreFile(torn, () => { }))), Is.EqualTo(new byte[] { 1, 2 }));
        }
    }

    [Test]
    public void A_file_with_pages_and_no_head_is_refused()
    {
        Append(Open(), 1);
        disk.Position = 0;
        disk.Write(new byte[1024]);
        Assert.That(Open, Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public void The_log_is_emptied_only_after_the_data_file_is_on_the_disk()
    {
        var log = Open();
        Append(log, 1);
        var pagesThen = -1;
        log.BeforeForgetting = () => pagesThen = Fills(Open()).Length;
        log.SetLength(0);
        Assert.That((pagesThen, Fills(log).Length), Is.EqualTo((1, 0)));
    }

    [Test]
    public void A_sync_without_new_pages_costs_nothing()
    {
        var log = Open();
        Append(log, 1);
        var before = syncs;
        log.Sync();
        log.Sync();
        Assert.That(syncs, Is.EqualTo(before + 1));
    }
}
