using System.Text;
using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Keywords;

namespace ChatIntake.Tests.Segmentation.Keywords;

internal sealed class TfIdfTests
{
    private static readonly Segmenter Segmenter = new();
    private static readonly IdfTable Idf = Table("工厂 2\n复工 8\n防疫 5");

    [Test]
    public void A_weight_is_the_share_of_the_candidates_times_the_rarity() => Assert.That(
        new TfIdf(Segmenter, Idf).Extract("工厂复工,工厂防疫"),
        Is.EqualTo(new Keyword[] { new("复工", 2, null), new("防疫", 1.25, null), new("工厂", 1, null) }));

    [Test]
    public void Of_equal_weights_the_word_that_stands_first_comes_first() =>
        Assert.That(Words(new TfIdf(Segmenter, Idf).Extract("车间、材料、北京")), Is.EqualTo(new[] { "车间", "材料", "北京" }));

    [Test]
    public void Top_limits_how_many_there_are_and_0_does_not([Values(0, 2, 50)] int top) =>
        Assert.That(new TfIdf(Segmenter, Idf).Extract("工厂复工防疫", new KeywordOptions { Top = top }), Has.Count.EqualTo(top == 2 ? 2 : 3));

    [Test]
    public void Top_below_0_is_refused() =>
        Assert.That(() => new TfIdf(Segmenter).Extract("工厂", new KeywordOptions { Top = -1 }), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Only_words_of_the_given_parts_of_speech_are_found_and_tell_them_only_where_asked([Values] bool byTag) => Assert.That(
        new TfIdf(Segmenter, Idf).Extract("工厂在北京", new KeywordOptions { Tags = ["ns"], ByTag = byTag }),
        Is.EqualTo(new Keyword[] { new("北京", 5, byTag ? "ns" : null) }));

    [Test]
    public void Words_of_one_character_and_stop_words_are_none() => Assert.That(new TfIdf(Segmenter).Extract("THE 我 of\r\n"), Is.Empty);

    [Test]
    public void Stop_words_can_be_added_and_replaced()
    {
        var text = "the 工厂 复工";
        var finder = new TfIdf(Segmenter, Idf);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("工厂\r\n防疫"));
        Assert.Multiple(() =>
        {
            Assert.That(Words(finder.Extract(text, new KeywordOptions { StopWords = StopWords.English.With(file) })), Is.EqualTo(new[] { "复工" }));
            Assert.That(Words(finder.Extract(text, new KeywordOptions { StopWords = StopWords.None.With(["复工"]) })), Is.EqualTo(new[] { "the", "工厂" }));
        });
    }

    [Test]
    public void Nothing_is_found_in_nothing() => Assert.That(new TfIdf(Segmenter).Extract(""), Is.Empty);

    private static IEnumerable<string> Words(List<Keyword> keywords) => keywords.Select(k => k.Word);

    private static IdfTable Table(string lines)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return IdfTable.Read(file);
    }
}
