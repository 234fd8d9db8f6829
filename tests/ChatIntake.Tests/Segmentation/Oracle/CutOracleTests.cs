using ChatIntake.Segmentation;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>Cuts of chance texts with jieba's own dictionary.</summary>
internal sealed class CutOracleTests : OracleTests
{
    private static readonly Segmenter Plain = new();

    [Test]
    public void Chance_lines_are_cut_as_by_jieba()
    {
        for (var i = 0; i < 5_000 && !Enough; i++) SameInAllModes(Plain, Texts.Line());
    }

    [Test]
    public void Long_texts_are_cut_as_by_jieba()
    {
        for (var i = 0; i < 40 && !Enough; i++) SameInAllModes(Plain, Texts.Long(Random.Next(1_000, 5_000)));
    }

    [Test]
    public void Runs_that_only_the_model_can_cut_are_cut_as_by_jieba()
    {
        for (var i = 0; i < 1_500 && !Enough; i++) SameInAllModes(Plain, Texts.ModelStress());
    }

    [Test]
    public void A_written_morning_is_cut_as_by_jieba()
    {
        foreach (var message in TownFiles.Morning.TakeWhile(_ => !Enough)) SameInAllModes(Plain, message.Text);
    }

    [TestCase("的")]
    [TestCase("哈")]
    [TestCase("龦")]
    [TestCase("鿖")]
    [TestCase("𠀀")]
    [TestCase("a")]
    [TestCase("7")]
    [TestCase(".")]
    [TestCase("%")]
    [TestCase(" ")]
    [TestCase("\r")]
    [TestCase("\r\n")]
    [TestCase("\ud83d")]
    [TestCase("👩‍👩‍👧")]
    [TestCase("中国")]
    [TestCase("一龦")]
    public void A_repeat_of_ten_thousand_characters_is_cut_as_by_jieba(string unit) => SameInAllModes(Plain, string.Concat(Enumerable.Repeat(unit, 10_000 / unit.Length)));

    [Test]
    public void Words_of_one_chance_character_repeated_are_cut_as_by_jieba()
    {
        for (var i = 0; i < 60 && !Enough; i++) SameInAllModes(Plain, Texts.Repeats(2_000));
    }

    [Test]
    public void Positions_are_those_of_jieba_in_UTF_16_units()
    {
        for (var i = 0; i < 1_000 && !Enough; i++)
        {
            var text = Texts.Line();
            foreach (var hmm in new[] { true, false })
                foreach (var search in new[] { true, false })
                {
                    var expected = Jieba.Tokenize(text, search, hmm);
                    var got = Positions(text, search, hmm);
                    if (!expected.SequenceEqual(got)) Differs($"  positions, search {search}, hmm {hmm}\n{Difference.Show(text, Lines(expected), Lines(got))}");
                }
        }
    }

    private static List<(string Word, int Start, int End)> Positions(string text, bool search, bool hmm)
    {
        var tokens = new List<Token>();
        if (search) Plain.CutForSearch(text, tokens, hmm);
        else Plain.Cut(text, tokens, hmm);
        return [.. tokens.Select(t => (t.In(text).ToString(), t.Start, t.End))];
    }

    private static List<string> Lines(List<(string Word, int Start, int End)> words) => [.. words.Select(w => $"{w.Word} {w.Start}-{w.End}")];
}
