using ChatIntake.Journal;
using ChatIntake.Storage.Memory;

namespace ChatIntake.Tests.Journal;

internal sealed class StoreSchemaTests
{
    [Test]
    public async Task A_new_store_is_marked_and_found_again()
    {
        await using var store = new MemoryStore();
        await StoreSchema.Check(store);
        Assert.That(async () => await StoreSchema.Check(store), Throws.Nothing);
        Assert.That(store.Get(Table.Meta, "schema"), Is.EqualTo("1"u8.ToArray()));
    }

    [Test]
    public async Task A_store_of_another_version_is_refused_with_both_versions()
    {
        await using var store = new MemoryStore();
        await store.Write(t => { t.Put(Table.Meta, "schema", "2"u8.ToArray()); return true; });
        Assert.That(async () => await StoreSchema.Check(store), Throws.TypeOf<InvalidDataException>().With.Message.Contains("version 2").And.Message.Contains("version 1"));
    }
}
