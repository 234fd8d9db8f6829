using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Tests.Notices;

namespace ChatIntake.Tests.Journal;

/// <summary>The sample town's morning, played once with its posts, for tests that only look.</summary>
internal static class PlayedMorning
{
    private static StoredDesk? desk;

    internal static async Task<StoredDesk> Desk()
    {
        if (desk is not null) return desk;
        var played = await StoredDesk.Town();
        var outbox = new OutboxRunner(played.Store, played.Runner, new ScriptedSender(), played.Clock, 18);
        foreach (var message in TownFiles.Morning)
        {
            await played.Play([message]);
            while (await outbox.RunOnce()) await played.Runner.Advance();
        }
        await played.TickUntil(new DateTimeOffset(2020, 2, 24, 10, 0, 0, TimeSpan.Zero));
        return desk = played;
    }

    /// <summary>Another store that holds what the morning's desk had received before it decided anything.</summary>
    internal static async Task Receive(StoredDesk into)
    {
        var played = await Desk();
        await into.Store.Write(transaction =>
        {
            foreach (var table in (Table[])[Table.Addresses, Table.OuterIds])
                foreach (var row in played.Rows(table)) transaction.Put(table, row.Key, row.Value);
            foreach (var row in played.Rows(Table.Words).Where(r => !r.Key.Contains("/verdict/", StringComparison.Ordinal))) transaction.Put(Table.Words, row.Key, row.Value);
            foreach (var row in played.Rows(Table.Meta).Where(r => !r.Key.StartsWith("desk/", StringComparison.Ordinal))) transaction.Put(Table.Meta, row.Key, row.Value);
            return 0;
        });
    }

    /// <summary>Hands over inputs of the morning, from their numbers.</summary>
    internal static async Task Hand(StoredDesk into, int from, int count)
    {
        var rows = (await Desk()).Rows(Table.Inbox).Skip(from - 1).Take(count).ToList();
        await into.Store.Write(transaction =>
        {
            foreach (var row in rows) transaction.Put(Table.Inbox, row.Key, row.Value);
            return 0;
        });
    }
}
