using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Tests.Segmentation.Entities;

internal sealed class NameFinderTests
{
    private static readonly string[] Names = ["榕峰", "榕峰化工有限公司", "三岔沟煤矿", "TCL", "  ", "黔A科技", "120", "榕峰", "明天蕴"];

    private static readonly EntityFinder Finder = new(Names);

    [TestCase("昨天榕峰停了", "Date 昨天", "Name 榕峰")]
    [TestCase("榕峰化工有限公司的车", "Name 榕峰化工有限公司")]
    [TestCase("榕峰化工有限", "Name 榕峰")]
    [TestCase("小榕峰集团", "Name 榕峰")]
    [TestCase("三岔沟煤矿三台", "Name 三岔沟煤矿", "Quantity 三台")]
    [TestCase("tcl停产 ＴＣＬ复工", "Name tcl", "Name ＴＣＬ")]
    [TestCase("TCLX ATCL")]
    [TestCase("TCL120", "Name TCL", "Name 120")]
    [TestCase("1200 5120")]
    [TestCase("黔ａ科技", "Name 黔ａ科技")]
    [TestCase("明天榕峰", "Date 明天", "Name 榕峰")]
    [TestCase("明天蕴", "Name 明天蕴")]
    public void Names_are_found(string text, params string[] found) => Assert.That(Found.Texts(text, Finder), Is.EqualTo(found));

    [Test]
    public void A_name_is_told_by_its_place_in_the_list() => Assert.That(
        Found.In("榕峰、TCL、榕峰化工有限公司", Finder).Select(e => e.Name), Is.EqualTo(new[] { 0, 3, 1 }));

    [Test]
    public void A_longer_name_that_begins_inside_another_entity_wins() =>
        Assert.That(Found.Texts("今天蕴肥业有货", new EntityFinder(["天蕴肥业"])), Is.EqualTo(new[] { "Name 天蕴肥业" }));

    [Test]
    public void Names_beyond_the_limit_are_never_found()
    {
        var (longest, longer) = (new string('甲', NameFinder.Longest), new string('乙', NameFinder.Longest + 1));
        var finder = new NameFinder([longest, longer]);

        Assert.Multiple(() =>
        {
            Assert.That(finder.Match(longest, 0, out var length), Is.Zero);
            Assert.That(length, Is.EqualTo(NameFinder.Longest));
            Assert.That(finder.Match(longer, 0, out _), Is.EqualTo(-1));
            Assert.That(finder.Match("", 0, out _), Is.EqualTo(-1));
        });
    }
}
