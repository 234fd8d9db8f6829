using ChatIntake.Segmentation;

namespace ChatIntake.Tests.Segmentation.Tagging;

internal sealed class TagSampleTests
{
    [Test]
    public void The_sample_has_all_its_texts() => Assert.That(JiebaSample.Lines, Has.Count.EqualTo(501));

    [TestCase("hmm", true)]
    [TestCase("nohmm", false)]
    public void Every_text_is_tagged_as_by_jieba(string name, bool hmm)
    {
        var segmenter = new Segmenter();
        JiebaSample.Compare(
            name,
            text =>
            {
                var tokens = new List<TaggedToken>();
                segmenter.Tag(text, tokens, hmm);
                return tokens.Select(token => (token.In(text).ToString(), token.Tag));
            },
            pair => (pair[0].GetString()!, pair[1].GetString()!));
    }
}
