using ChatIntake.Journal;
namespace ChatIntake.Tests.Storage;

/// <summary>What every store must do when a range of keys is read.</summary>
public abstract class StoreRangeContractTests : StoreContractTests
{
    private static readonly string[] Mixed =
    [
        "Z", "a", "B", "b", "_", "0", "9", "a/", "a/1", "a0", "aB", "ab", "工信局", "交通局", "住建局", "局", "é", "z", "~", "Ａ", "\ufffd",
    ];

    [Test]
    public async Task Keys_come_in_ordinal_order()
    {
        await PutAll(Mixed);
        Assert.That(Keys("", "\uffff"), Is.EqualTo(Mixed.Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task Newest_first_is_the_reverse()
    {
        await PutAll(Mixed);
        Assert.That(Keys("", "\uffff", newestFirst: true), Is.EqualTo(Mixed.OrderDescending(StringComparer.Ordinal)));
    }

    [Test]
    public async Task Any_two_bounds_give_the_keys_between_them()
    {
        await PutAll(Mixed);
        foreach (var from in Mixed)
        foreach (var to in Mixed)
        {
            var expected = Mixed.Order(StringComparer.Ordinal)
                .Where(k => string.CompareOrdinal(k, from) >= 0 && string.CompareOrdinal(k, to) < 0);
            Assert.That(Keys(from, to), Is.EqualTo(expected), $"{from} to {to}");
        }
    }

    [Test]
    public async Task The_lower_bound_is_in_and_the_upper_is_out()
    {
        await PutAll("a", "b", "c");
        Assert.That(Keys("a", "c"), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Keys("a", "c", newestFirst: true), Is.EqualTo(new[] { "b", "a" }));
    }

    [Test]
    public async Task Bounds_need_not_be_keys_of_the_table()
    {
        await PutAll("b", "d", "f");
        Assert.That(Keys("a", "e"), Is.EqualTo(new[] { "b", "d" }));
        Assert.That(Keys("c", "e", newestFirst: true), Is.EqualTo(new[] { "d" }));
    }

    [TestCase("b", "b")]
    [TestCase("c", "a")]
    [TestCase("x", "z")]
    public async Task A_range_with_nothing_in_it_is_empty(string from, string to)
    {
        await PutAll("a", "b", "c");
        Assert.That(Keys(from, to), Is.Empty);
    }

    [TestCase(0, "")]
    [TestCase(1, "a")]
    [TestCase(2, "a b")]
    [TestCase(4, "a b c")]
    public async Task A_limit_takes_from_the_front(int limit, string expected)
    {
        await PutAll("a", "b", "c", "x");
        Assert.That(string.Join(' ', Keys("a", "x", limit)), Is.EqualTo(expected));
    }

    [TestCase(0, "")]
    [TestCase(1, "c")]
    [TestCase(2, "c b")]
    [TestCase(4, "c b a")]
    public async Task A_limit_newest_first_takes_from_the_end(int limit, string expected)
    {
        await PutAll("a", "b", "c", "x");
        Assert.That(string.Join(' ', Keys("a", "x", limit, newestFirst: true)), Is.EqualTo(expected));
    }

    [Test]
    public void A_negative_limit_is_refused()
        => Assert.That(() => Keys("a", "b", -1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task Numbers_written_as_keys_come_in_numeric_order()
    {
        long[] numbers = [1, 2, 9, 10, 11, 99, 100, 1_000_000, 999_999_999_999_999];
        await PutAll([.. numbers.Reverse().Select(n => "desk/" + StoreKey.Number(n)), "desk0", "desl/1"]);
        Assert.That(Keys("desk/", StoreKey.AfterAll("desk")), Is.EqualTo(numbers.Select(n => "desk/" + StoreKey.Number(n))));
    }

    [Test]
    public async Task A_long_table_is_read_in_pages()
    {
        var keys = Enumerable.Range(0, 3000).Select(i => "p/" + StoreKey.Number(i)).ToArray();
        await PutAll(keys);
        List<string> read = [];
        for (var from = "p/"; Keys(from, "p0", 700) is { Length: > 0 } page; from = page[^1] + "\0") read.AddRange(page);
        Assert.That(read, Is.EqualTo(keys));
    }
}
