using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Keywords;

namespace ChatIntake.Tests.Segmentation.Keywords;

internal sealed class TextRankTests
{
    private static readonly TextRank Finder = new(new Segmenter());

    [Test]
    public void The_heaviest_weighs_1() => Assert.That(Finder.Extract("工厂复工,工厂防疫,材料到达车间")[0].Weight, Is.EqualTo(1));

    [Test]
    public void A_word_with_no_other_near_is_none() => Assert.That(Finder.Extract("工厂"), Is.Empty);

    [Test]
    public void Words_at_a_distance_of_five_are_not_near()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Finder.Extract("工厂,,,材料"), Has.Count.EqualTo(2));
            Assert.That(Finder.Extract("工厂,,,,材料"), Is.Empty);
        });
    }

    [Test]
    public void Nothing_is_found_when_no_part_of_speech_is_allowed() => Assert.That(Finder.Extract("工厂和材料", new KeywordOptions { Tags = [] }), Is.Empty);

    [Test]
    public void Top_below_0_is_refused() => Assert.That(() => Finder.Extract("工厂", new KeywordOptions { Top = -1 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
