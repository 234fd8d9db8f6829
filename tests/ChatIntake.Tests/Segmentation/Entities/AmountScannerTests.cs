using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Tests.Segmentation.Entities;

internal sealed class AmountScannerTests
{
    [TestCase("300吨", "两车", "3.5吨", "1200公斤", "二十八万", "28万", "28万多", "300 吨", "３００吨", "1,200吨")]
    [TestCase("十几个人", "三百多人", "5、6台", "8个", "三五个人", "十七八个", "四五台", "上百人", "上万吨", "好几台", "几十个", "数百人")]
    [TestCase("380V", "50KW", "50kw", "10千伏", "2000度电", "37.9℃", "12ppm", "800千瓦", "100kVA")]
    [TestCase("30多万", "一百来万", "三十来方", "20方", "三吨半", "两吨多", "1200~1500公斤", "3趟", "五百多号人", "半吨", "八点五吨")]
    public void Quantities(params string[] texts) => All(EntityKind.Quantity, texts);

    [TestCase("28万元", "3000块", "一千二百元", "28.5w", "28.5W元", "5千块", "¥300", "￥1,200.50", "$300")]
    [TestCase("3块5", "三块五", "8元5角", "五毛", "一块钱", "12.8元", "一千多万元", "三万来块", "100万美元", "叁万元", "2000 元")]
    public void Money(params string[] texts) => All(EntityKind.Money, texts);

    [TestCase("30%", "30％", "百分之三十", "百分之3.5", "千分之五", "三成", "九成五", "八折", "三分之一", "20-30%", "3个百分点", "5‰", "百分百")]
    public void Shares(params string[] texts) => All(EntityKind.Percentage, texts);

    [TestCase("三天", "2小时", "半个月", "一个多星期", "48小时", "20多天", "两三天", "好几天", "几天", "半天", "三天半", "一年多", "两年")]
    [TestCase("两个半小时", "一个半月", "3-5天", "三到五天", "半个小时", "三个钟头", "十分钟", "一个礼拜", "三个季度", "24h", "两周", "五个工作日", "三个月")]
    public void Durations(params string[] texts) => All(EntityKind.Duration, texts);

    [TestCase("第三次")]
    [TestCase("第20天")]
    [TestCase("第一批")]
    [TestCase("1.2.3吨")]
    [TestCase("A3台")]
    [TestCase("1234567890123456吨")]
    [TestCase("一块去")]
    [TestCase("5G网络")]
    [TestCase("60w灯泡")]
    [TestCase("两车间")]
    [TestCase("三家人")]
    [TestCase("一次性")]
    [TestCase("便宜四十多")]
    [TestCase("涨到2950")]
    public void What_counts_nothing_is_no_amount(string text) => Assert.That(Found.Texts(text), Is.Empty);

    [Test]
    public void The_words_beside_an_amount_do_not_belong_to_it() => Assert.That(
        Found.Texts("每天3趟,8个工人,2月10吨,一吨多花18块,一个月三万多,20头牛,三块板"),
        Is.EqualTo(new[] { "Quantity 3趟", "Quantity 8个", "Date 2月", "Quantity 10吨", "Quantity 一吨多", "Money 18块", "Duration 一个月", "Quantity 三万多", "Quantity 20头", "Quantity 三块" }));

    private static void All(EntityKind kind, string[] texts) => Assert.Multiple(() =>
    {
        foreach (var text in texts)
        {
            Assert.That(Found.Texts(text), Is.EqualTo(new[] { $"{kind} {text}" }));
            Assert.That(Found.Texts($"我们要{text},急"), Is.EqualTo(new[] { $"{kind} {text}" }));
        }
    });
}
