using ChatIntake.Desk;
using ChatIntake.Escalation;
using ChatIntake.Journal;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Desk;

public sealed class RebuildTests
{
    [Test]
    public async Task A_morning_s_projections_are_what_its_journal_gives()
    {
        var desk = await PlayedMorning.Desk();
        Assert.Multiple(() =>
        {
            Assert.That(Rebuild.Differences(desk.Store, desk.Id), Is.Empty);
            Assert.That(desk.Rows(Table.Views), Has.Count.GreaterThan(50));
            Assert.That(desk.Rows(Table.Dues), Has.Count.GreaterThan(10));
        });
    }

    [Test]
    public async Task Rebuilding_needs_no_words()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Play(TownFiles.Morning.Take(80));
        await Delete(desk, Table.Words);
        Assert.That(Rebuild.Differences(desk.Store, desk.Id), Is.Empty);
    }

    [Test]
    public async Task Rows_that_are_gone_changed_or_too_many_are_named()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Play(TownFiles.Morning.Take(80));
        var (changed, gone, due) = (desk.Rows(Table.Views)[0].Key, desk.Rows(Table.Views)[1].Key, desk.Rows(Table.Dues)[0].Key);
        await desk.Store.Write(t =>
        {
            t.Put(Table.Views, changed, [1]);
            t.Delete(Table.Views, gone);
            t.Delete(Table.Dues, due);
            t.Put(Table.Views, "town/case/999", [1]);
            return 0;
        });
        Assert.That(Rebuild.Differences(desk.Store, desk.Id).Select(d => (d.Table, d.Key, d.Stored is null, d.Rebuilt is null)), Is.EquivalentTo(new[]
        {
            (Table.Views, changed, false, false), (Table.Views, gone, true, false), (Table.Dues, due, true, false), (Table.Views, "town/case/999", false, true),
        }));
    }

    [Test]
    public async Task Projections_of_another_version_are_renewed_once()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Play(TownFiles.Morning.Take(80));
        await Rebuild.Renew(desk.Store, desk.Id);
        var damaged = desk.Rows(Table.Views)[0].Key;
        await desk.Store.Write(t => { t.Put(Table.Views, damaged, [1]); return 0; });
        Assert.That(await Rebuild.Renew(desk.Store, desk.Id), Is.Zero, "the version is this one's");

        await desk.Store.Write(t => { t.Put(Table.Meta, "views/town", "0"u8.ToArray()); return 0; });
        Assert.That(await Rebuild.Renew(desk.Store, desk.Id), Is.EqualTo(1));
        Assert.That(Rebuild.Differences(desk.Store, desk.Id), Is.Empty);
    }

    [Test]
    public async Task A_due_time_whose_tick_still_waits_is_spent()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Play(TownFiles.Morning.Take(40));
        var due = DuesTable.Next(desk.Store, desk.Id)!.Value;
        Assert.That(await Ticker.Tick(desk.Store, desk.Id, due), Is.Positive);
        Assert.That(Rebuild.Differences(desk.Store, desk.Id), Is.Empty);
    }

    [Test]
    public async Task Resumptions_that_were_all_taken_back_leave_no_row()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Say("工信局小易", "@小企 复工 榕峰化工 300人", chat: StoredDesk.StaffGroup);
        Assert.That(desk.State.Resumptions, Is.Not.Empty);
        await desk.Say("工信局小易", "@小企 撤销", chat: StoredDesk.StaffGroup);
        Assert.Multiple(() =>
        {
            Assert.That(desk.State.Resumptions, Is.Empty);
            Assert.That(Rebuild.Differences(desk.Store, desk.Id), Is.Empty);
        });
    }

    [Test]
    public async Task A_clock_that_an_undone_command_brings_back_ticks_again()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Say("榕峰化工 王总", "我们两车磷矿石在高速口被拦住了,过不来,急!");
        var due = DuesTable.Next(desk.Store, desk.Id)!.Value;
        desk.Clock.Now = due;
        await desk.Receiver.Receive([desk.Message("工信局小易", "@小企 办结 #1", chat: StoredDesk.StaffGroup)]);
        await Ticker.Tick(desk.Store, desk.Id, due);
        await desk.Runner.Advance();
        await desk.Say("工信局小易", "@小企 撤销", chat: StoredDesk.StaffGroup);
        await desk.TickUntil(due);
        Assert.Multiple(() =>
        {
            Assert.That(desk.Facts.OfType<ChatIntake.Cases.ClockMissed>(), Is.Not.Empty);
            Assert.That(Rebuild.Differences(desk.Store, desk.Id), Is.Empty);
        });
    }

    private static Task Delete(StoredDesk desk, Table table) => desk.Store.Write(t =>
    {
        foreach (var row in t.Range(table, "!", "~")) t.Delete(table, row.Key);
        return 0;
    });
}
