using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Tests.Segmentation;

/// <summary>Readers cut while a writer adds words: each cut sees all of a change or nothing of it.</summary>
internal sealed class SegmenterThreadTests
{
    private const int Readers = 2;

    /// <summary>Characters that the dictionary never puts side by side.</summary>
    private const string Rare = "砼炷砝驮隰鬲觚罍";

    private readonly List<string> faults = [];
    private Segmenter segmenter = null!;
    private int cuts;

    [SetUp]
    public void Begin()
    {
        segmenter = new Segmenter();
        faults.Clear();
        cuts = 0;
    }

    [Test]
    public void Two_words_of_one_change_are_seen_both_or_neither()
    {
        const int Pairs = 1_500;
        var current = 0;
        WhileReadersCut(
            () =>
            {
                var pair = Volatile.Read(ref current);
                var words = segmenter.Cut($"{First(pair)},{Second(pair)}", hmm: false);
                if (words.Contains(First(pair)) != words.Contains(Second(pair))) Fault($"pair {pair}: {string.Join('/', words)}");
            },
            () =>
            {
                for (var pair = 0; pair < Pairs; pair++)
                {
                    Volatile.Write(ref current, pair);
                    AwaitCut();
                    segmenter.AddWords([new UserWord(First(pair), 1_000), new UserWord(Second(pair), 1_000)]);
                    if (!segmenter.Cut(First(pair), hmm: false).SequenceEqual([First(pair)])) Fault($"pair {pair} was added and is not seen");
                }
            });

        static string First(int pair) => Rare[..1] + (char)('\u5000' + pair) + Rare[1];

        static string Second(int pair) => Rare[2..4] + (char)('\u5000' + pair);
    }

    [Test]
    public void Of_two_words_that_change_places_each_cut_sees_one()
    {
        const string One = "砼炷", Other = "砝驮";
        segmenter.AddWords([new UserWord(One, 1_000), new UserWord(Other, 0)]);
        WhileReadersCut(
            () =>
            {
                var words = segmenter.Cut($"{One},{Other}");
                if (words.Contains(One) == words.Contains(Other)) Fault(string.Join('/', words));
            },
            () =>
            {
                for (var turn = 1; turn <= 3_000; turn++)
                {
                    if (turn % 20 == 0) AwaitCut();
                    segmenter.AddWords([new UserWord(One, turn % 2 == 0 ? 1_000 : 0), new UserWord(Other, turn % 2 == 0 ? 0 : 1_000)]);
                }
            });
    }

    [Test]
    public void A_long_text_is_cut_by_the_words_known_at_its_beginning()
    {
        const string Word = "隰鬲觚罍";
        var text = string.Concat(Enumerable.Repeat($"{Word},", 20_000));
        segmenter.AddWord(Word, 0);
        WhileReadersCut(
            () =>
            {
                var ends = new int[text.Length];
                var count = segmenter.Cut(text, ends, hmm: false);
                if (count != 40_000 && count != 100_000) Fault($"{count} words");
            },
            () =>
            {
                for (var turn = 1; turn <= 200; turn++)
                {
                    AwaitCut();
                    segmenter.AddWord(Word, turn % 2 == 0 ? 0 : 1_000_000);
                }
            });
    }

    [Test]
    public void Writers_lose_nothing_of_each_other()
    {
        Parallel.For(0, 2_000, i => segmenter.AddWord(Rare[..2] + (char)('\u5000' + i), 1_000));

        var inOrder = new Segmenter();
        inOrder.AddWords(Enumerable.Range(0, 2_000).Select(i => new UserWord(Rare[..2] + (char)('\u5000' + i), 1_000)));
        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, 2_000).Where(i => segmenter.Frequency(Rare[..2] + (char)('\u5000' + i)) != 1_000), Is.Empty);
            // The suggestion depends on the sum of all frequencies.
            Assert.That(segmenter.SuggestFrequency(["中", "国"]), Is.EqualTo(inOrder.SuggestFrequency(["中", "国"])).And.Not.EqualTo(new Segmenter().SuggestFrequency(["中", "国"])));
        });
    }

    private void WhileReadersCut(Action cut, Action write)
    {
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                while (!done.IsCancellationRequested)
                {
                    try
                    {
                        cut();
                    }
                    catch (Exception thrown)
                    {
                        Fault(thrown.ToString());
                    }
                    Interlocked.Increment(ref cuts);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        try
        {
            write();
        }
        finally
        {
            done.Cancel();
            Task.WaitAll(readers);
        }
        Assert.That(faults.Take(5), Is.Empty, $"{faults.Count} faults in {cuts} cuts");
    }

    /// <summary>Lets the readers get on, so that changes fall into the middle of cuts.</summary>
    private void AwaitCut()
    {
        var before = Volatile.Read(ref cuts);
        SpinWait.SpinUntil(() => Volatile.Read(ref cuts) > before);
    }

    private void Fault(string what)
    {
        lock (faults) faults.Add(what);
    }
}
