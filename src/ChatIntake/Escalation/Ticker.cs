using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;

namespace ChatIntake.Escalation;

/// <summary>
/// Turns due times that have passed into inputs of the desk. Each row once, since it goes in the transaction that records its tick; a clock that 撤销 lets run
/// again has a new row, and its tick is another.
/// </summary>
public static class Ticker
{
    private const int Batch = 200;

    /// <returns>How many ticks were recorded.</returns>
    public static Task<int> Tick(IStore store, DeskId desk, DateTimeOffset now)
    {
        if (DuesTable.Next(store, desk) is not { } next || next > now) return Task.FromResult(0);
        return store.Write(transaction =>
        {
            var passed = DuesTable.Passed(transaction, desk, now, Batch);
            foreach (var (key, value) in passed)
            {
                var due = StoreJson.Read<DueRow>(value);
                var row = new InboxRow
                {
                    Kind = InputKind.Tick, OuterId = $"tick|{desk}|{due.Name}|{Inbox.Last(transaction, desk).Value + 1}", PostedAt = due.Due, Case = due.Case, Day = due.Day, Code = due.Code,
                    Part = due.Case is null ? null : due.Part, Clock = due.Case is null ? null : due.Clock, Revision = due.Case is null ? null : due.Revision,
                };
                Inbox.Append(transaction, desk, row, null, now);
                transaction.Delete(Table.Dues, key);
            }
            return passed.Count;
        });
    }
}
