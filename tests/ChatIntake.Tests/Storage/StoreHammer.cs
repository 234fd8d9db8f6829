using ChatIntake.Journal;

namespace ChatIntake.Tests.Storage;

/// <summary>Many threads that count in shared keys, append and read at once; a lost or doubled step shows in the sums.</summary>
internal static class StoreHammer
{
    public const int Total = Threads * Steps;

    private const int Threads = 16;
    private const int Steps = 200;
    private const int Counters = 8;

    public static async Task Strike(IStore store, Action nowAndThen)
    {
        var all = Enumerable.Range(0, Threads).Select(n => Task.Run(() => Work(store, n, nowAndThen))).ToArray();
        await Task.WhenAll(all);
        var counts = store.Range(Table.Meta, "count/", "count0").Sum(r => BitConverter.ToInt32(r.Value));
        Assert.That(counts, Is.EqualTo(Total));
        for (var n = 0; n < Threads; n++)
        {
            var kept = store.Range(Table.Journal, $"t{n:D2}/", $"t{n:D2}0");
            Assert.That(kept.Select(r => r.Key), Is.EqualTo(Enumerable.Range(0, Steps).Select(i => Key(n, i))));
        }
    }

    private static async Task Work(IStore store, int n, Action nowAndThen)
    {
        var random = new Random(n);
        for (var i = 0; i < Steps; i++)
        {
            var counter = $"count/{random.Next(Counters)}";
            await store.Write(t =>
            {
                var count = t.Get(Table.Meta, counter) is { } bytes ? BitConverter.ToInt32(bytes) : 0;
                t.Put(Table.Meta, counter, BitConverter.GetBytes(count + 1));
                t.Put(Table.Journal, Key(n, i), new byte[random.Next(200)]);
                return 0;
            });

            // What is acknowledged can be read, and nobody else writes under these keys.
            if (store.Get(Table.Journal, Key(n, i)) is null) throw new InvalidOperationException($"{Key(n, i)} is not there.");
            var newest = store.Range(Table.Journal, $"t{n:D2}/", $"t{n:D2}0", 3, newestFirst: true);
            if (newest[0].Key != Key(n, i)) throw new InvalidOperationException($"{newest[0].Key} is newest, not {Key(n, i)}.");
            if (i % 50 == 49) nowAndThen();
        }
    }

    private static string Key(int n, int i) => $"t{n:D2}/{StoreKey.Number(i)}";
}
