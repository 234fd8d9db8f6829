using ChatIntake.Journal;

namespace ChatIntake.Tests.Journal;

/// <summary>The same inputs give the same journal, however they are cut into batches and whenever the process ends.</summary>
public sealed class ReplayTests
{
    private static readonly Table[] Decided = [Table.Journal, Table.Views, Table.Dues, Table.Words, Table.Rules];

    [TestCase(false)]
    [TestCase(true)]
    public async Task Inputs_decided_together_leave_the_same_facts_as_one_by_one(bool disk)
    {
        var played = await PlayedMorning.Desk();
        await using var desk = disk ? StoredDesk.OnDisk() : StoredDesk.InMemory();
        await PlayedMorning.Receive(desk);
        await PlayedMorning.Hand(desk, 1, int.MaxValue);
        await desk.Runner.Advance();
        Same(desk, played);
        Assert.That(desk.Runner.Idle);
    }

    [Test]
    public async Task A_restart_between_any_two_inputs_changes_nothing([Values(11, 22, 33, 44, 55, 66)] int seed)
    {
        var played = await PlayedMorning.Desk();
        var inputs = played.Rows(Table.Inbox).Count;
        await using var desk = seed % 2 == 0 ? StoredDesk.OnDisk() : StoredDesk.InMemory();
        await PlayedMorning.Receive(desk);
        var from = 1;
        foreach (var position in new Random(seed).GetItems([.. Enumerable.Range(7, inputs - 7)], 8).Distinct().Order())
        {
            await PlayedMorning.Hand(desk, from, position - from);
            await desk.Runner.Advance();
            await desk.Restart();
            from = position;
        }
        await PlayedMorning.Hand(desk, from, int.MaxValue);
        await desk.Runner.Advance();
        Same(desk, played);
    }

    private static void Same(StoredDesk desk, StoredDesk played)
    {
        foreach (var table in Decided)
        {
            var theirs = desk.Rows(table).ToDictionary(r => r.Key, r => r.Value);
            var ours = played.Rows(table).Where(r => !r.Key.Contains("/post/", StringComparison.Ordinal)).ToDictionary(r => r.Key, r => r.Value);
            foreach (var key in theirs.Keys.Where(k => k.Contains("/post/", StringComparison.Ordinal))) theirs.Remove(key);
            Assert.That(theirs.Keys, Is.EquivalentTo(ours.Keys), $"{table}");
            foreach (var (key, value) in ours) Assert.That(theirs[key], Is.EqualTo(value), $"{table} {key}");
        }
        Assert.That(JournalTable.Head(desk.Store, desk.Id), Is.EqualTo(JournalTable.Head(played.Store, played.Id)));
    }
}
