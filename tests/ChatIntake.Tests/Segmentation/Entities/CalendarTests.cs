using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Tests.Segmentation.Entities;

internal sealed class CalendarTests
{
    [TestCase("2月10号", "2月10日", "二月十日", "10号", "十五号", "10日", "2月", "三月份", "2月底", "2月中旬", "2月10-15号", "10、11号", "2.10日")]
    [TestCase("2020-02-10", "2020.2.10", "2020/2/10", "2/10", "2020年2月10日", "2020年", "二〇二〇年", "20年2月", "去年10月", "今年2月10号", "去年底", "一季度")]
    [TestCase("二月初十", "正月十五", "腊月二十八", "初八", "大年三十", "大年初一", "农历二月初二")]
    [TestCase("昨天", "今天", "明天", "前天", "后天", "大后天", "大前天", "今晚", "明早", "月底", "年前", "年底", "周末", "本月15号", "上个月", "下个月底")]
    [TestCase("上周五", "下周一", "周三", "星期天", "礼拜二", "本周", "下周", "上上周", "下个星期三", "周日", "这周六")]
    public void Dates(params string[] texts) => All(EntityKind.Date, texts);

    [TestCase("8点", "八点", "八点半", "下午3点", "早上七点二十", "14:30", "14：30", "8:30", "14:30:05", "晚上", "中午12点", "半夜", "凌晨", "8点20分", "8点20")]
    [TestCase("20时", "20时30分", "三点一刻", "8点钟", "一点半", "下午一点", "十二点", "晚上 8点", "两点钟", "0点", "00:15", "3-4点", "三点零五")]
    public void Times(params string[] texts) => All(EntityKind.Time, texts);

    [TestCase("10号车间")]
    [TestCase("3号楼")]
    [TestCase("二号线")]
    [TestCase("〔2020〕4号")]
    [TestCase("第10号")]
    [TestCase("以后天天")]
    [TestCase("周到")]
    [TestCase("周转")]
    [TestCase("周边")]
    [TestCase("最初一")]
    [TestCase("1.2.3")]
    [TestCase("13/40")]
    [TestCase("2020-13-01")]
    [TestCase("13:75")]
    [TestCase("25:30")]
    [TestCase("1:30:2:5")]
    [TestCase("两点意见")]
    [TestCase("三点要求")]
    [TestCase("一点都不")]
    [TestCase("有一点")]
    [TestCase("几点")]
    [TestCase("8时段")]
    public void Other_words_are_neither(string text) => Assert.That(Found.Texts(text), Is.Empty);

    [Test]
    public void A_weekday_is_not_taken_from_what_counts() => Assert.That(
        Found.Texts("每周三次,周三到,上周四处理,周六安排,周五金店"), Is.EqualTo(new[] { "Quantity 三次", "Date 周三", "Date 上周四", "Date 周六" }));

    [Test]
    public void Day_and_time_are_two() => Assert.That(
        Found.Texts("明天下午5点截止,2月10日上午9:30-11:00,说明天来"),
        Is.EqualTo(new[] { "Date 明天", "Time 下午5点", "Date 2月10日", "Time 上午9:30", "Time 11:00", "Date 明天" }));

    private static void All(EntityKind kind, string[] texts) => Assert.Multiple(() =>
    {
        foreach (var text in texts)
        {
            Assert.That(Found.Texts(text), Is.EqualTo(new[] { $"{kind} {text}" }));
            Assert.That(Found.Texts($"我们{text},要"), Is.EqualTo(new[] { $"{kind} {text}" }));
        }
    });
}
