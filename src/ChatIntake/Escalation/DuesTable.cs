using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Journal;

namespace ChatIntake.Escalation;

/// <summary>A due time that is watched: a clock of a case, or where <see cref="Case"/> is absent what the desk does once a day.</summary>
public sealed record DueRow
{
    public int V { get; init; } = 1;

    public required DateTimeOffset Due { get; init; }

    public CaseId? Case { get; init; }

    public int Part { get; init; }

    public ClockKind Clock { get; init; }

    /// <summary>A tick for an older revision changes nothing.</summary>
    public int Revision { get; init; }

    /// <summary>The day, of what is done once a day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What is done once a day; null for the cut.</summary>
    public string? Code { get; init; }

    /// <summary>Names what is watched.</summary>
    internal string Name => Case is { } id ? $"case/{id.Value}/{Part}/{Clock}/{Revision}" : $"{Code ?? "cut"}/{Day:yyyy-MM-dd}";
}

/// <summary>Due times by desk and instant. They follow from the state, so that they are rebuilt with it.</summary>
public static class DuesTable
{
    /// <summary>The due times of a case: its running clocks.</summary>
    public static IEnumerable<DueRow> Of(CaseState? about)
    {
        if (about is null) return [];
        return from part in about.Parts
               where part.Open
               from clock in part.Clocks
               where clock.Running
               select new DueRow { Due = clock.Due, Case = about.Id, Part = part.Number, Clock = clock.Kind, Revision = clock.Revision };
    }

    public static string Key(DeskId desk, DueRow row) => $"{desk}/{StoreKey.Number(row.Due.ToUnixTimeMilliseconds())}/{row.Name}";

    /// <summary>Replaces the due times that <paramref name="before"/> had by those of <paramref name="after"/>.</summary>
    public static void Follow(ITransaction transaction, DeskId desk, IEnumerable<DueRow> before, IEnumerable<DueRow> after)
    {
        var was = before.ToDictionary(row => Key(desk, row), StringComparer.Ordinal);
        foreach (var row in after)
        {
            var key = Key(desk, row);
            if (!was.Remove(key)) transaction.Put(Table.Dues, key, StoreJson.Write(row));
        }
        foreach (var gone in was.Keys) transaction.Delete(Table.Dues, gone);
    }

    /// <summary>Due times up to and including <paramref name="now"/>, earliest first.</summary>
    public static IReadOnlyList<Row> Passed(IReader reader, DeskId desk, DateTimeOffset now, int limit) =>
        reader.Range(Table.Dues, $"{desk}/", $"{desk}/{StoreKey.Number(now.ToUnixTimeMilliseconds() + 1)}", limit);

    /// <summary>The earliest due time of the desk, or null.</summary>
    public static DateTimeOffset? Next(IReader reader, DeskId desk) =>
        reader.Range(Table.Dues, $"{desk}/", StoreKey.AfterAll(desk.Value), 1) is [var row] ? StoreJson.Read<DueRow>(row.Value).Due : null;
}
