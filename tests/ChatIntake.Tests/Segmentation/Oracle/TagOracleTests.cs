using ChatIntake.Segmentation;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>Parts of speech. jieba takes milliseconds for a character that its model does not know, so there are fewer lines than of cuts.</summary>
internal sealed class TagOracleTests : OracleTests
{
    private static readonly Segmenter Plain = new();

    [Test]
    public void Chance_lines_are_tagged_as_by_jieba()
    {
        for (var i = 0; i < 250 && !Enough; i++) SameTags(Plain, Texts.Line());
    }

    [Test]
    public void Runs_that_only_the_model_can_tag_are_tagged_as_by_jieba()
    {
        for (var i = 0; i < 50 && !Enough; i++) SameTags(Plain, Texts.ModelStress());
    }

    [Test]
    public void A_written_morning_is_tagged_as_by_jieba()
    {
        foreach (var message in TownFiles.Morning.TakeWhile(_ => !Enough)) SameTags(Plain, message.Text);
    }

    [TestCase("的", 10_000)]
    [TestCase("哈", 10_000)]
    [TestCase("龦", 100)]
    [TestCase("𠀀", 5_000)]
    [TestCase("a", 10_000)]
    [TestCase("7", 10_000)]
    [TestCase(".%", 5_000)]
    [TestCase("\r\n", 5_000)]
    [TestCase("\ud83d", 10_000)]
    [TestCase("中国", 5_000)]
    [TestCase("啊龦", 50)]
    public void Repeats_are_tagged_as_by_jieba(string unit, int times) => SameTags(Plain, string.Concat(Enumerable.Repeat(unit, times)));

    [Test]
    public void With_chance_changes_of_words_lines_are_tagged_as_by_jieba()
    {
        var changes = new RandomChanges(Random, Texts);
        for (var i = 0; i < 60 && !Enough; i++)
        {
            Jieba.Reset();
            var segmenter = new Segmenter();
            List<WordChange> sequence = [changes.Dictionary(), .. changes.Sequence()];
            foreach (var change in sequence)
            {
                change.Apply(Jieba);
                change.Apply(segmenter);
            }
            var words = sequence.SelectMany(c => c.Words).ToList();
            for (var line = 0; line < 4 && !Enough; line++)
                if (!SameTags(segmenter, Texts.Around(words))) Differs($"    after\n{string.Join('\n', sequence.Select(c => $"    {c}"))}");
        }
    }

    [Test]
    public void Tags_cover_the_text_and_none_is_empty()
    {
        for (var i = 0; i < 5_000 && !Enough; i++)
        {
            var text = Texts.Line();
            foreach (var hmm in new[] { true, false })
            {
                var tokens = new List<TaggedToken>();
                Plain.Tag(text, tokens, hmm);
                var end = 0;
                var covered = tokens.All(t => t.Start == end && (end = t.End) > t.Start && t.Tag.Length > 0) && end == text.Length;
                if (!covered) Differs($"  hmm {hmm}, \"{Difference.Escape(text)}\": {string.Join(' ', tokens)}");
            }
        }
    }

    private bool SameTags(Segmenter segmenter, string text)
    {
        var same = true;
        foreach (var hmm in new[] { true, false })
        {
            if (Expected(text, hmm).SequenceEqual(Got(segmenter, text, hmm))) continue;
            var small = Smallest.Text(text, t => !Expected(t, hmm).SequenceEqual(Got(segmenter, t, hmm)));
            Differs($"  tags, hmm {hmm}\n{Difference.Show(small, Expected(small, hmm), Got(segmenter, small, hmm))}");
            same = false;
        }
        return same;
    }

    private static List<string> Expected(string text, bool hmm) => [.. Jieba.Tag(text, hmm).Select(t => $"{t.Word}/{t.Tag}")];

    private static List<string> Got(Segmenter segmenter, string text, bool hmm) => Words(
        (s, t) =>
        {
            var tokens = new List<TaggedToken>();
            s.Tag(t, tokens, hmm);
            return [.. tokens.Select(token => $"{token.In(t)}/{token.Tag}")];
        },
        segmenter, text);
}
