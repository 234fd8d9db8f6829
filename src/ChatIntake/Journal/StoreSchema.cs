namespace ChatIntake.Journal;

/// <summary>The version of the tables' keys and values: a store of another version is refused rather than misread.</summary>
public static class StoreSchema
{
    /// <summary>What this version of the program reads and writes.</summary>
    public const int Version = 1;

    private const string Key = "schema";

    /// <summary>Marks a new store; checks an old one.</summary>
    /// <exception cref="InvalidDataException">The store was written by another version of the program.</exception>
    public static Task Check(IStore store)
    {
        if (store.Get(Table.Meta, Key) is not { } bytes)
            return store.Write(transaction =>
            {
                transaction.Put(Table.Meta, Key, StoreJson.Write(Version));
                return true;
            });
        var found = StoreJson.Read<int>(bytes);
        return found == Version
            ? Task.CompletedTask
            : throw new InvalidDataException(
                $"数据是另一个版本的程序写的(数据版本 {found},本程序 {Version}),没有改动。The store is of version {found}; this program reads version {Version}. Nothing was changed.");
    }
}
