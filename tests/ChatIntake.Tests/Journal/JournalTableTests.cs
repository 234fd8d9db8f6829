using System.Text;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Storage.Memory;

namespace ChatIntake.Tests.Journal;

public sealed class JournalTableTests
{
    private const int Last = 2_100;
    private static readonly DeskId Desk = new("town");
    private MemoryStore store = null!;

    [SetUp]
    public async Task WriteAJournalOverSeveralPages()
    {
        store = new MemoryStore();
        await store.Write(t =>
        {
            var hash = FactEnvelope.NoHash;
            for (var position = 1; position <= Last; position++)
            {
                var bytes = new FactEnvelope(Desk, position, new InputId(position), StoredDesk.Start, StoredDesk.Start, new GroupMet(new GroupId(position)), hash).ToBytes();
                JournalTable.Append(t, Desk, position, bytes);
                hash = FactEnvelope.HashOf(bytes);
            }
            JournalTable.MoveHead(t, Desk, DeskHead.Start, new DeskHead(Last, hash, new InputId(Last)));
            return 0;
        });
    }

    [TearDown]
    public async Task Close() => await store.DisposeAsync();

    [Test]
    public void A_whole_journal_is_read_in_order() =>
        Assert.That(JournalTable.Read(store, Desk).Select(f => f.Fact.Position), Is.EqualTo(Enumerable.Range(1, Last)));

    [Test]
    public async Task A_desk_whose_name_begins_alike_is_another()
    {
        await store.Write(t =>
        {
            foreach (var other in (string[])["tow", "town-2", "town0", "towns"]) JournalTable.Append(t, new DeskId(other), 1, [1]);
            return 0;
        });
        Assert.That(JournalTable.Read(store, Desk).Count(), Is.EqualTo(Last));
    }

    [TestCase(1)]
    [TestCase(1_000)]
    [TestCase(Last - 1)]
    [TestCase(Last)]
    public async Task A_changed_fact_is_found_with_its_position(int position)
    {
        await Change(position, json => json.Replace($"\"group\":{position}", $"\"group\":{position + 1}", StringComparison.Ordinal));
        Assert.That(Reading, Throws.InstanceOf<InvalidDataException>().With.Message.Contains($"Fact {position} of desk town"));
    }

    [TestCase(2)]
    [TestCase(Last)]
    public async Task A_changed_link_is_found_with_its_position(int position)
    {
        await Change(position, json => json[..^4] + (json[^4] == '0' ? '1' : '0') + json[^3..]);
        Assert.That(Reading, Throws.InstanceOf<InvalidDataException>().With.Message.Contains($"fact {position} "));
    }

    [TestCase(1)]
    [TestCase(1_001)]
    [TestCase(Last)]
    public async Task A_removed_fact_is_missed_at_its_position(int position)
    {
        await Write(t => t.Delete(Table.Journal, Key(position)));
        Assert.That(Reading, Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo($"Fact {position} of desk town is missing."));
    }

    [TestCase(1, 2)]
    [TestCase(500, 2_000)]
    public async Task Swapped_facts_are_found_at_the_first(int one, int other)
    {
        var (first, second) = (store.Get(Table.Journal, Key(one))!, store.Get(Table.Journal, Key(other))!);
        await Write(t => { t.Put(Table.Journal, Key(one), second); t.Put(Table.Journal, Key(other), first); });
        Assert.That(Reading, Throws.InstanceOf<InvalidDataException>().With.Message.Contains($"Where fact {one} of desk town should be, there is fact {other}"));
    }

    [Test]
    public async Task A_byte_that_makes_a_fact_unreadable_is_found_with_its_position()
    {
        await Change(77, json => "[" + json[1..]);
        Assert.That(Reading, Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("Fact 77 of desk town cannot be read"));
    }

    [Test]
    public async Task A_fact_of_another_desk_does_not_pass()
    {
        await Change(5, json => json.Replace("\"desk\":\"town\"", "\"desk\":\"city\"", StringComparison.Ordinal));
        Assert.That(Reading, Throws.InstanceOf<InvalidDataException>().With.Message.Contains("fact 5 of desk city"));
    }

    [Test]
    public async Task A_desk_is_not_opened_over_a_journal_that_is_longer_than_its_head()
    {
        await using var desk = await StoredDesk.Town();
        var head = JournalTable.Head(desk.Store, desk.Id);
        await desk.Store.Write(t =>
        {
            var extra = new FactEnvelope(desk.Id, head.Position + 1, new InputId(1), StoredDesk.Start, StoredDesk.Start, new GroupMet(new GroupId(1)), head.Hash).ToBytes();
            JournalTable.Append(t, desk.Id, head.Position + 1, extra);
            return 0;
        });
        Assert.That(() => desk.Opened(), Throws.InstanceOf<InvalidDataException>());
    }

    private Action Reading => () => _ = JournalTable.Read(store, Desk).Count();

    private static string Key(long position) => $"town/{StoreKey.Number(position)}";

    private Task Change(int position, Func<string, string> change)
    {
        var before = Encoding.UTF8.GetString(store.Get(Table.Journal, Key(position))!);
        var after = change(before);
        Assert.That(after, Is.Not.EqualTo(before));
        return Write(t => t.Put(Table.Journal, Key(position), Encoding.UTF8.GetBytes(after)));
    }

    private Task Write(Action<ITransaction> work) => store.Write(t =>
    {
        work(t);
        return 0;
    });
}
