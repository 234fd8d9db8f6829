using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Words;
using ChatIntake.Tests.Segmentation.Oracle;

namespace ChatIntake.Tests.Segmentation;

/// <summary>What cutting and adding words takes of the heap. Bytes are counted, no time is measured.</summary>
internal sealed class SegmenterMemoryTests
{
    private const int Million = 1_000_000;
    private const int OneWordAtMost = 64 * 1024;

    private static readonly string[] Texts =
    [
        "", "车辆在高速路口受阻,请市交通局协调放行。", "龦龢龥麤鱻灥驫羴猋贔", "贵和隆玻昨天停了 a.5% T恤 1.2.3\r\n\ud83d\ude00\ud83d",
        string.Concat(Enumerable.Repeat("物流园的通行证还没有批下来,", 1_000)), string.Concat(Enumerable.Repeat("龦啊", 5_000)), new RandomText(new Random(1)).Long(20_000),
    ];

    [Test]
    public void A_cut_into_a_span_allocates_nothing([Values] bool hmm, [Values] bool added)
    {
        var segmenter = new Segmenter();
        if (added) segmenter.AddWords([new UserWord("贵和隆玻"), new UserWord("龦龢", 0), new UserWord("啊龦")]);
        var ends = new int[Texts.Max(t => t.Length)];
        long AllocatedBy(string text)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            segmenter.Cut(text, ends, hmm);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // Code of the framework that is not compiled to the end yet may allocate: the searches in spans do. What the cut itself takes never comes to nothing.
        SpinWait.SpinUntil(() => Texts.Sum(AllocatedBy) == 0, TimeSpan.FromMinutes(1));

        Assert.That(Texts.Select(AllocatedBy), Is.All.Zero);
    }

    [Test]
    public void Adding_a_word_allocates_nothing_of_the_size_of_the_dictionary()
    {
        var segmenter = new Segmenter();
        segmenter.AddWord("贵和隆玻");
        var most = Enumerable.Range(0, 20).Max(i => Allocated(() => segmenter.AddWord("特派员" + (char)('一' + i))));

        Assert.That(most, Is.LessThan(OneWordAtMost));
    }

    [Test]
    public void A_new_segmenter_shares_the_dictionary()
    {
        _ = new Segmenter().Cut("车辆");

        Assert.That(Allocated(() => new Segmenter().Cut("车辆")), Is.LessThan(OneWordAtMost));
    }

    [Test]
    public void A_million_words_can_be_added_at_once_and_more_one_by_one()
    {
        const string Text = "车辆在高速路口受阻";
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var segmenter = new Segmenter();

        segmenter.AddWords(Enumerable.Range(0, Million).Select(i => new UserWord(Word(i), i % 10 == 0 ? null : 1_000, i % 2 == 0 ? "nz" : null)));
        var singles = Enumerable.Range(Million, 1_000).Select(i => Allocated(() => segmenter.AddWord(Word(i)))).Order().ToList();
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.Multiple(() =>
        {
            Assert.That(held, Is.LessThan(400_000_000));
            // Now and then a table grows; an ordinary word must not notice the million.
            Assert.That(singles[singles.Count / 2], Is.LessThan(OneWordAtMost));
            for (var i = 0; i < Million + 1_000; i += 997)
            {
                Assert.That(segmenter.Cut($"{Word(i)},{Word(i)}", hmm: false), Is.EqualTo(new[] { Word(i), ",", Word(i) }));
                Assert.That(segmenter.Frequency(Word(i)), Is.EqualTo(i % 10 == 0 || i >= Million ? 1 : 1_000));
            }
            Assert.That(segmenter.Frequency(Word(Million + 1_000)), Is.Zero, "never added");
            Assert.That(segmenter.Cut(Text, hmm: false), Is.EqualTo(new[] { "车辆", "在", "高速", "路口", "受阻" }));
            Assert.That(new Segmenter().Frequency(Word(0)), Is.Zero, "another segmenter knows nothing of them");
        });
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Words of three characters that the dictionary hardly uses.</summary>
    private static string Word(int number) => string.Create(3, number, (word, n) =>
    {
        for (var i = 0; i < word.Length; i++, n /= 102) word[i] = (char)('\u9f40' + (n % 102));
    });
}
