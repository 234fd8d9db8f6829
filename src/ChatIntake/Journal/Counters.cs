namespace ChatIntake.Journal;

/// <summary>Numbers that are never given twice, counted in the transaction that uses them.</summary>
internal static class Counters
{
    public static long Next(ITransaction transaction, string name)
    {
        var key = "counter/" + name;
        var next = (transaction.Get(Table.Meta, key) is { } bytes ? StoreJson.Read<long>(bytes) : 0) + 1;
        transaction.Put(Table.Meta, key, StoreJson.Write(next));
        return next;
    }
}
