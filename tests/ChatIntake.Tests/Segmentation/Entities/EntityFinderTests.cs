using System.Text;
using ChatIntake.Segmentation.Entities;
using CsCheck;

namespace ChatIntake.Tests.Segmentation.Entities;

internal sealed class EntityFinderTests
{
    private static readonly EntityFinder Finder = new(["榕峰", "榕峰化工有限公司", "三岔沟煤矿", "TCL", new string('一', NameFinder.Longest)]);

    // What scanners look for, so that random texts come near it.
    private static readonly string[] Pieces =
    [
        "贵A12345", "渝D", "挂", "138", "1234", "5678", "0854-", "(", ")", "+86", "400", "万", "一", "三", "十", "百分之", "分之", "点", "半", "号", "月", "日", "年", "周", "星期", "初", "正月", "上", "下", "今",
        "天", "块", "元", "w", "吨", "个", "多", "几", "第", "统一", "榕峰", "化工有限公司", "三岔沟煤矿", "TCL", " ", "-", "、", ".", ":", "/", "%", "¥", "\ud83d", "\udc0d", "\0", "２", "Ａ", "，", "上午", "晚上", "千", "亿", "数", "好",
    ];

    [Test]
    public void Positions_are_those_of_the_text() => Assert.That(
        Found.In("😀榕峰 贵a12345 ２台", Finder),
        Is.EqualTo(new[] { new Entity(2, 2, EntityKind.Name, 0), new Entity(5, 7, EntityKind.Plate), new Entity(13, 2, EntityKind.Quantity) }));

    [Test]
    public void What_is_found_is_appended()
    {
        var found = new List<Entity> { new(0, 1, EntityKind.Name) };

        Finder.Find("三天", found);

        Assert.That(found, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_message_of_the_chat() => Assert.That(
        Found.Texts("榕峰有3台车(贵J5520挂、桂K66128)昨晚10点被卡在石牛口,300吨硫酸,一天亏2万多,找杨光华13812345678", Finder),
        Is.EqualTo(new[]
        {
            "Name 榕峰", "Quantity 3台", "Plate 贵J5520挂", "Plate 桂K66128", "Date 昨晚", "Time 10点", "Quantity 300吨", "Duration 一天", "Quantity 2万多", "Phone 13812345678",
        }));

    [Test]
    public void Entities_are_in_order_inside_the_text_and_do_not_overlap()
    {
        var text = Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(numbers => string.Concat(numbers.Select(n => Pieces[n]))));

        text.Sample(Holds, iter: 20_000);
    }

    [TestCase("1")]
    [TestCase("一")]
    [TestCase("一千")]
    [TestCase("1万")]
    [TestCase("二一")]
    [TestCase("1,111")]
    [TestCase("1-")]
    [TestCase("138-")]
    [TestCase("1.")]
    [TestCase("三点")]
    [TestCase("1:1")]
    [TestCase("2020-")]
    [TestCase("贵A")]
    [TestCase("下个")]
    [TestCase("三分之")]
    [TestCase("半")]
    [TestCase("上百")]
    [TestCase("0854")]
    [TestCase("(+86")]
    [TestCase("榕峰化工有限公")]
    [TestCase("第一")]
    [TestCase(" ")]
    public void The_work_is_proportional_to_the_length(string unit)
    {
        var (less, more) = (Work(unit, 2_000), Work(unit, 20_000));

        Assert.Multiple(() =>
        {
            Assert.That(more, Is.AtMost(less * 11));
            Assert.That(more, Is.AtMost(20_000L * 600));
        });
    }

    [Test]
    public void Threads_share_a_finder()
    {
        const string text = "榕峰今天到3车,明天下午3点再来28万元的货";
        var expected = Found.In(text, Finder);

        Parallel.For(0, 200, _ => Assert.That(Found.In(text, Finder), Is.EqualTo(expected)));
    }

    private static long Work(string unit, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length) text.Append(unit);
        return Finder.Search(text.ToString(0, length), []);
    }

    private static bool Holds(string text)
    {
        var end = 0;
        foreach (var entity in Found.In(text, Finder))
        {
            if (entity.Start < end || entity.Length < 1 || entity.End > text.Length || (entity.Kind == EntityKind.Name) != (entity.Name >= 0)) return false;
            end = entity.End;
        }
        return true;
    }
}
