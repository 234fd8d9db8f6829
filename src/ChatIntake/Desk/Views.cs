using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Escalation;
using ChatIntake.Journal;

namespace ChatIntake.Desk;

/// <summary>
/// The projections kept in the store: each case as it stands, each resumption, and the due times. They hold no words and can be rebuilt from the journal, byte
/// for byte.
/// </summary>
public static class Views
{
    /// <summary>Grows when a projection takes another shape; a store with an older one is rebuilt at the start.</summary>
    public const int Version = 1;

    /// <summary>Writes what changed between two states, and the due times that follow from it.</summary>
    public static void Follow(
        ITransaction transaction, DeskId desk, DeskState before, DeskState after, IEnumerable<CaseId> touched, IReadOnlyList<DueRow> dailyBefore, IReadOnlyList<DueRow> dailyAfter)
    {
        foreach (var id in touched)
        {
            var was = before.Case(id);
            var now = after.Case(id)!;
            transaction.Put(Table.Views, CaseKey(desk, now.Id), StoreJson.Write(now));
            DuesTable.Follow(transaction, desk, DuesTable.Of(was), DuesTable.Of(now));
        }
        if (!ReferenceEquals(before.Resumptions, after.Resumptions))
        {
            if (after.Resumptions.IsEmpty) transaction.Delete(Table.Views, ResumptionKey(desk));
            else transaction.Put(Table.Views, ResumptionKey(desk), StoreJson.Write(after.Resumptions));
        }
        DuesTable.Follow(transaction, desk, dailyBefore, dailyAfter);
    }

    /// <summary>All rows of a desk in this state.</summary>
    internal static IEnumerable<Row> Of(DeskId desk, DeskState state)
    {
        foreach (var about in state.Cases.Values) yield return new Row(CaseKey(desk, about.Id), StoreJson.Write(about));
        if (!state.Resumptions.IsEmpty) yield return new Row(ResumptionKey(desk), StoreJson.Write(state.Resumptions));
    }

    /// <summary>The cases that a fact is about.</summary>
    internal static IEnumerable<CaseId> Touched(IFact fact) => fact switch
    {
        CaseMerged merged => [merged.Case, merged.Into],
        ICaseFact about => [about.Case],
        CommandUndone undone => undone.Cases.Select(c => c.Case),
        _ => [],
    };

    /// <summary>The case as the store has it, or null.</summary>
    public static CaseState? Case(IReader reader, DeskId desk, CaseId id) =>
        reader.Get(Table.Views, CaseKey(desk, id)) is { } bytes ? StoreJson.Read<CaseState>(bytes) : null;

    private static string ResumptionKey(DeskId desk) => $"{desk}/resumption";

    private static string CaseKey(DeskId desk, CaseId id) => $"{desk}/case/{StoreKey.Number(id.Value)}";
}
