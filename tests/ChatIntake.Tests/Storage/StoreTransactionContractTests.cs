using ChatIntake.Journal;

namespace ChatIntake.Tests.Storage;

/// <summary>What every store must do with the work it runs. The fixtures of the stores derive from this one.</summary>
public abstract class StoreTransactionContractTests : StoreRangeContractTests
{
    private static readonly Dictionary<string, string> BadKeys = new()
    {
        ["empty"] = "",
        ["1,001 bytes"] = new('k', 1001),
        ["1,002 bytes in 334 characters"] = new('局', 334),
        ["high surrogate alone"] = "a\ud83c",
        ["low surrogate alone"] = "\udf09b",
        ["line feed"] = "line\nend",
        ["nul"] = "nul\0",
        ["delete"] = "\u007f",
        ["C1 control"] = "\u0085",
    };

    private static IEnumerable<string> KindsOfBadKey => BadKeys.Keys;

    [Test]
    public async Task The_answer_of_the_work_is_handed_back()
    {
        await Put("a", "before");
        Assert.That(await Store.Write(t => t.Get(Table.Views, "a")), Is.EqualTo(Bytes("before")));
    }

    [Test]
    public async Task Work_reads_what_it_wrote_before()
    {
        await PutAll("a", "b", "c");
        var seen = await Store.Write(t =>
        {
            t.Put(Table.Views, "a", Bytes("new"));
            t.Delete(Table.Views, "b");
            t.Put(Table.Views, "d", Bytes("added"));
            t.Delete(Table.Views, "d");
            t.Put(Table.Views, "d", Bytes("again"));
            t.Put(Table.Views, "e", Bytes("gone"));
            t.Delete(Table.Views, "e");
            return (A: t.Get(Table.Views, "a"), B: t.Get(Table.Views, "b"), E: t.Get(Table.Views, "e"),
                Up: t.Range(Table.Views, "a", "z").Select(r => r.Key).ToArray(),
                Down: t.Range(Table.Views, "a", "z", 2, newestFirst: true).Select(r => r.Key).ToArray());
        });
        Assert.That((seen.A, seen.B, seen.E), Is.EqualTo((Bytes("new"), (byte[]?)null, (byte[]?)null)));
        Assert.That(seen.Up, Is.EqualTo(new[] { "a", "c", "d" }));
        Assert.That(seen.Down, Is.EqualTo(new[] { "d", "c" }));
        Assert.That(Keys("a", "z"), Is.EqualTo(new[] { "a", "c", "d" }));
    }

    [Test]
    public async Task Work_that_throws_leaves_nothing_and_throws_to_its_caller()
    {
        await PutAll("a", "b");
        var failed = Store.Write<int>(t =>
        {
            t.Put(Table.Views, "a", Bytes("changed"));
            t.Delete(Table.Views, "b");
            t.Put(Table.Inbox, "c", Bytes("added"));
            throw new TimeoutException("as it happens");
        });
        Assert.That(async () => await failed, Throws.InstanceOf<TimeoutException>());
        Assert.That((Text("a"), Text("b"), Text("c", Table.Inbox)), Is.EqualTo(("a", "b", (string?)null)));
    }

    [Test]
    public async Task Work_that_throws_costs_its_neighbours_nothing()
    {
        var all = Enumerable.Range(0, 60).Select(i => Store.Write(t =>
        {
            t.Put(Table.Views, $"n/{i:D2}", Bytes("here"));
            if (i % 7 == 3) throw new TimeoutException();
            return i;
        })).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            if (i % 7 == 3) Assert.That(async () => await all[i], Throws.InstanceOf<TimeoutException>());
            else Assert.That(await all[i], Is.EqualTo(i));
        }

        Assert.That(Keys("n/", "n0"), Is.EqualTo(Enumerable.Range(0, 60).Where(i => i % 7 != 3).Select(i => $"n/{i:D2}")));
    }

    [TestCaseSource(nameof(KindsOfBadKey))]
    public async Task A_key_that_breaks_the_rules_is_refused_for_its_caller_alone(string kind)
    {
        var before = Put("before", "1");
        var bad = Store.Write(t =>
        {
            t.Put(Table.Views, "companion", Bytes("lost"));
            t.Put(Table.Views, BadKeys[kind], Bytes("never"));
            return 0;
        });
        var after = Put("after", "2");
        await Task.WhenAll(before, after);
        Assert.That(async () => await bad, Throws.InstanceOf<ArgumentException>());
        Assert.That(Keys("", "\uffff"), Is.EqualTo(new[] { "after", "before" }));
    }

    [Test]
    public async Task The_longest_key_is_kept()
    {
        string[] keys = [new('k', 1000), new('局', 333)];
        await PutAll(keys);
        Assert.That(Keys("", "\uffff"), Is.EqualTo(keys));
    }

    [Test]
    public async Task Work_may_catch_a_refused_key_and_go_on()
    {
        await Store.Write(t =>
        {
            try { t.Put(Table.Views, "bad\n", []); }
            catch (ArgumentException) { t.Put(Table.Views, "good", []); }
            return 0;
        });
        Assert.That(Keys("", "\uffff"), Is.EqualTo(new[] { "good" }));
    }

    [Test]
    public async Task Writes_of_one_caller_keep_their_order()
    {
        var all = Enumerable.Range(0, 200).Select(i => Store.Write(t =>
        {
            var seen = t.Get(Table.Meta, "last") is { } last ? BitConverter.ToInt32(last) : -1;
            t.Put(Table.Meta, "last", BitConverter.GetBytes(i));
            return seen;
        })).ToArray();
        Assert.That(await Task.WhenAll(all), Is.EqualTo(Enumerable.Range(-1, 200)));
    }

    [Test]
    public async Task A_reader_beside_running_work_neither_waits_nor_sees_it()
    {
        await Put("a", "old");
        var seen = await Store.Write(t =>
        {
            t.Put(Table.Views, "a", Bytes("new"));
            return Task.Run(() => (Text("a"), Keys("a", "b").Length)).Result;
        });
        Assert.That(seen, Is.EqualTo(("old", 1)));
        Assert.That(Text("a"), Is.EqualTo("new"));
    }

    [Test]
    public void Work_may_not_go_round_its_transaction()
    {
        Assert.That(async () => await Store.Write(_ => Store.Get(Table.Views, "a")), Throws.InvalidOperationException);
        Assert.That(async () => await Store.Write(_ => Store.Range(Table.Views, "a", "b")), Throws.InvalidOperationException);
        Assert.That(async () => await Store.Write(_ => Put("a", "b").Result), Throws.InstanceOf<Exception>());
        Assert.That(Text("a"), Is.Null);
    }

    [Test]
    public async Task A_transaction_that_was_kept_is_of_no_use()
    {
        var kept = await Store.Write(t => t);
        Assert.That(() => kept.Get(Table.Views, "a"), Throws.InvalidOperationException);
        Assert.That(() => kept.Put(Table.Views, "a", []), Throws.InvalidOperationException);
    }
}
