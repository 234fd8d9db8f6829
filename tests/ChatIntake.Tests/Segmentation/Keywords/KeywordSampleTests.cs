using System.Text.Json;
using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Keywords;

namespace ChatIntake.Tests.Segmentation.Keywords;

/// <summary>Words, order and every digit of the weights are jieba's.</summary>
internal sealed class KeywordSampleTests
{
    private static readonly Segmenter Segmenter = new();
    private static readonly KeywordOptions AllByTag = new() { Top = 0, Tags = ["n", "v", "nr", "m"], ByTag = true };

    [Test]
    public void By_rarity_they_are_jiebas() => JiebaSample.Compare("tfidf", text => new TfIdf(Segmenter).Extract(text), Untagged);

    [Test]
    public void By_rarity_and_part_of_speech_they_are_jiebas() =>
        JiebaSample.Compare("tfidf_tags", text => new TfIdf(Segmenter).Extract(text, AllByTag), Tagged);

    [Test]
    public void By_rank_they_are_jiebas() => JiebaSample.Compare("textrank", text => new TextRank(Segmenter).Extract(text), Untagged);

    [Test]
    public void By_rank_and_part_of_speech_they_are_jiebas() =>
        JiebaSample.Compare("textrank_tags", text => new TextRank(Segmenter).Extract(text, AllByTag), Tagged);

    private static Keyword Untagged(JsonElement pair) => new(pair[0].GetString()!, pair[1].GetDouble(), null);

    private static Keyword Tagged(JsonElement triple) => new(triple[0].GetString()!, triple[2].GetDouble(), triple[1].GetString());
}
