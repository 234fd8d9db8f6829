using System.Text;
using ChatIntake.Journal;

namespace ChatIntake.Tests.Storage;

/// <summary>What every store must do; run against each of them.</summary>
[TestFixture]
public abstract class StoreContractTests
{
    protected IStore Store { get; private set; } = null!;

    protected abstract IStore Open();

    [SetUp]
    public void OpenTheStore() => Store = Open();

    [TearDown]
    public async Task CloseTheStore() => await Store.DisposeAsync();

    protected async Task CloseAndOpenAgain()
    {
        await Store.DisposeAsync();
        Store = Open();
    }

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected Task<bool> Put(string key, string value, Table table = Table.Views)
        => Store.Write(t =>
        {
            t.Put(table, key, Bytes(value));
            return true;
        });

    protected string? Text(string key, Table table = Table.Views)
        => Store.Get(table, key) is { } value ? Encoding.UTF8.GetString(value) : null;

    protected string[] Keys(string from, string to, int limit = int.MaxValue, bool newestFirst = false)
        => [.. Store.Range(Table.Views, from, to, limit, newestFirst).Select(r => r.Key)];

    protected Task PutAll(params string[] keys)
        => Store.Write(t =>
        {
            foreach (var key in keys) t.Put(Table.Views, key, Bytes(key));
            return keys.Length;
        });

    [Test]
    public async Task What_was_put_is_got()
    {
        await Put("case/1", "道路积水");
        Assert.That(Text("case/1"), Is.EqualTo("道路积水"));
    }

    [Test]
    public void A_key_that_was_never_put_is_null() => Assert.That(Store.Get(Table.Views, "case/1"), Is.Null);

    [Test]
    public async Task A_second_put_replaces_the_first()
    {
        await Put("case/1", "open");
        await Put("case/1", "closed");
        Assert.That(Text("case/1"), Is.EqualTo("closed"));
        Assert.That(Keys("case/", "case0"), Is.EqualTo(new[] { "case/1" }));
    }

    [Test]
    public async Task A_deleted_key_is_gone_from_both_ways_of_reading()
    {
        await PutAll("a", "b", "c");
        await Store.Write(t =>
        {
            t.Delete(Table.Views, "b");
            return 0;
        });
        Assert.That(Store.Get(Table.Views, "b"), Is.Null);
        Assert.That(Keys("a", "z"), Is.EqualTo(new[] { "a", "c" }));
    }

    [Test]
    public async Task Deleting_an_absent_key_does_nothing()
    {
        await PutAll("a");
        await Store.Write(t =>
        {
            t.Delete(Table.Views, "b");
            return 0;
        });
        Assert.That(Keys("a", "z"), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task Tables_do_not_share_keys([Values] Table table)
    {
        foreach (var each in Enum.GetValues<Table>()) await Put("same", each.ToString(), each);
        await Store.Write(t =>
        {
            t.Delete(table == Table.Meta ? Table.Views : Table.Meta, "same");
            return 0;
        });
        Assert.That(Text("same", table), Is.EqualTo(table.ToString()));
    }

    [Test]
    public async Task Keys_that_differ_in_case_are_two()
    {
        await Put("wrkSFfCgAA", "upper");
        await Put("wrksffcgaa", "lower");
        Assert.That((Text("wrkSFfCgAA"), Text("wrksffcgaa")), Is.EqualTo(("upper", "lower")));
    }

    [Test]
    public async Task Keys_that_look_alike_or_have_blanks_at_their_ends_are_kept_as_they_are()
    {
        string[] keys = [" a", "a", "a ", "é", "e\u0301", "ａ"];
        await PutAll(keys);
        foreach (var key in keys) Assert.That(Text(key), Is.EqualTo(key));
        Assert.That(Keys(" ", "\uffff"), Has.Length.EqualTo(keys.Length));
    }

    [Test]
    public async Task An_empty_value_is_a_value()
    {
        await Put("a", "");
        Assert.That(Store.Get(Table.Views, "a"), Is.Not.Null.And.Empty);
        Assert.That(Store.Range(Table.Views, "a", "b")[0].Value, Is.Empty);
    }

    [Test]
    public async Task A_value_of_a_mebibyte_comes_back_whole()
    {
        var value = new byte[1 << 20];
        new Random(7).NextBytes(value);
        await Store.Write(t =>
        {
            t.Put(Table.Words, "big", value);
            return 0;
        });
        Assert.That(Store.Get(Table.Words, "big").AsSpan().SequenceEqual(value));
    }

    [Test]
    public async Task A_value_is_the_store_s_own()
    {
        byte[] mine = [1];
        await Store.Write(t =>
        {
            t.Put(Table.Views, "a", mine);
            return 0;
        });
        mine[0] = 2;
        Store.Get(Table.Views, "a")![0] = 3;
        Store.Range(Table.Views, "a", "b")[0].Value[0] = 4;
        Assert.That(Store.Get(Table.Views, "a"), Is.EqualTo(new byte[] { 1 }));
    }

    [Test]
    public async Task After_disposal_reads_and_writes_are_refused()
    {
        await Store.DisposeAsync();
        Assert.That(() => Store.Get(Table.Views, "a"), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => Store.Range(Table.Views, "a", "b"), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(async () => await Put("a", "b"), Throws.InstanceOf<ObjectDisposedException>());
    }
}
