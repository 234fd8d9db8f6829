using System.Globalization;
using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Keywords;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>Keywords: the same words in the same order, with weights that are equal to the last bit.</summary>
[TestFixture("tfidf")]
[TestFixture("textrank")]
internal sealed class KeywordOracleTests(string method) : OracleTests
{
    private static readonly string[] RankTags = ["ns", "n", "vn", "v"];
    private static readonly string[] SomeTags = ["n", "v", "vn", "ns", "nr", "a", "d", "m", "eng", "x", "i", "l"];
    private static readonly string[] Latin = ["the", "The", "THAT", "with", "km", "KM", "ab", "AT&T", "3.14", "50%", "x1", "C++"];
    private static readonly Segmenter Plain = new();

    [Test]
    public void Keywords_of_a_written_morning_are_those_of_jieba()
    {
        var messages = TownFiles.Morning.Select(m => m.Text).ToList();
        foreach (var message in messages.Where((_, i) => i % 3 == 0).TakeWhile(_ => !Enough)) SameKeywords(Plain, message, null);
        foreach (var part in messages.Chunk(20).TakeWhile(_ => !Enough)) SameKeywords(Plain, string.Join('\n', part), Options());
        SameKeywords(Plain, string.Join("\r\n", messages), new KeywordOptions { Top = 0 });
    }

    [Test]
    public void Keywords_of_chance_texts_are_those_of_jieba()
    {
        for (var i = 0; i < 250 && !Enough; i++) SameKeywords(Plain, Text([]), Options());
    }

    [Test]
    public void Keywords_of_chance_lines_are_those_of_jieba()
    {
        for (var i = 0; i < 150 && !Enough; i++) SameKeywords(Plain, Texts.Line(), Options());
    }

    [Test]
    public void Keywords_after_chance_changes_of_words_are_those_of_jieba()
    {
        var changes = new RandomChanges(Random, Texts);
        for (var i = 0; i < 30 && !Enough; i++)
        {
            Jieba.Reset();
            var segmenter = new Segmenter();
            List<WordChange> sequence = [changes.Dictionary(), .. changes.Sequence()];
            foreach (var change in sequence)
            {
                change.Apply(Jieba);
                change.Apply(segmenter);
            }
            for (var text = 0; text < 3 && !Enough; text++) SameKeywords(segmenter, Text([.. sequence.SelectMany(c => c.Words)]), Options());
        }
    }

    [TestCase("")]
    [TestCase(" \r\n")]
    [TestCase("的")]
    [TestCase("车辆")]
    [TestCase("车辆车辆")]
    [TestCase("the that")]
    [TestCase("\ud83d\ud83d")]
    public void Texts_of_little_are_answered_as_by_jieba(string text)
    {
        SameKeywords(Plain, text, null);
        SameKeywords(Plain, text, new KeywordOptions { Top = 0, Tags = SomeTags, ByTag = true });
        SameKeywords(Plain, text, new KeywordOptions { Top = 1, Tags = [], ByTag = true });
    }

    private KeywordOptions Options() => new()
    {
        Top = Texts.Of([0, 1, 3, 20, 20, 1_000]),
        Tags = Random.Next(3) == 0 ? null : [.. SomeTags.Where(_ => Random.Next(2) == 0)],
        ByTag = Random.Next(2) == 0,
    };

    /// <summary>Few words many times, so that weights differ and are often equal.</summary>
    private string Text(string[] added)
    {
        var words = Enumerable.Range(0, Random.Next(2, 25)).Select(_ => Random.Next(5) switch
        {
            0 => Texts.Of(Latin),
            1 when added.Length > 0 => Texts.Of(added),
            _ => Texts.Of(RandomText.DictionaryWords),
        }).ToArray();
        return string.Concat(Enumerable.Range(0, Random.Next(2, 80)).Select(_ => Random.Next(8) == 0 ? Texts.Of([",", " ", "。", "\n", "的", "\u3000"]) : Texts.Of(words)));
    }

    private void SameKeywords(Segmenter segmenter, string text, KeywordOptions? options)
    {
        if (Expected(text, options).SequenceEqual(Got(segmenter, text, options))) return;
        var small = Smallest.Text(text, t => !Expected(t, options).SequenceEqual(Got(segmenter, t, options)));
        var asked = options is null ? "no options" : $"top {options.Top}, tags {(options.Tags is null ? "null" : string.Join(' ', options.Tags))}, by tag {options.ByTag}";
        Differs($"  {method}, {asked}\n{Difference.Show(small, Expected(small, options), Got(segmenter, small, options))}");
    }

    private List<string> Expected(string text, KeywordOptions? options)
    {
        options ??= new KeywordOptions();
        var tags = options.Tags ?? (method == "textrank" ? RankTags : []);
        return [.. Jieba.Keywords(method, text, options.Top, tags, options.ByTag).Select(k => Line(k.Word, k.Weight, k.Tag))];
    }

    private List<string> Got(Segmenter segmenter, string text, KeywordOptions? options) => Words(
        (s, t) => [.. (method == "textrank" ? new TextRank(s).Extract(t, options) : new TfIdf(s).Extract(t, options)).Select(k => Line(k.Word, k.Weight, k.Tag))],
        segmenter, text);

    private static string Line(string word, double weight, string? tag) => $"{word} {weight.ToString("R", CultureInfo.InvariantCulture)} {tag}";
}
