using System.Globalization;
using ChatIntake.Calendar;
using ChatIntake.Chat;

namespace ChatIntake.Tests.Calendar;

/// <summary>How much of a stretch of time an office is at work.</summary>
internal sealed class WorkingTimeTests
{
    private static readonly WorkingTime Office = WorkingTime.Parse(["08:30-12:00", "14:00-17:30"]);

    [TestCase("2020-02-24 09:00", "2020-02-24 10:30", 90)]
    [TestCase("2020-02-24 11:30", "2020-02-24 14:30", 60, Description = "over lunch")]
    [TestCase("2020-02-24 06:00", "2020-02-24 23:00", 420, Description = "a whole day")]
    [TestCase("2020-02-21 17:00", "2020-02-24 09:00", 60, Description = "over a weekend")]
    [TestCase("2020-02-22 09:00", "2020-02-23 17:00", 0, Description = "a weekend")]
    [TestCase("2020-02-24 10:00", "2020-02-24 09:00", 0, Description = "backwards")]
    public void Only_spans_of_working_days_count(string from, string to, int minutes) =>
        Assert.That(Office.Between(At(from), At(to)), Is.EqualTo(TimeSpan.FromMinutes(minutes)));

    [Test]
    public void It_is_the_sum_of_its_minutes()
    {
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var from = At("2020-02-20 00:00").AddMinutes(random.Next(10 * 24 * 60));
            var minutes = random.Next(3 * 24 * 60);
            var slow = Enumerable.Range(0, minutes).Count(m => AtWork(from.AddMinutes(m)));
            Assert.That(Office.Between(from, from.AddMinutes(minutes)).TotalMinutes, Is.EqualTo(slow), $"{from} + {minutes}");
        }
    }

    [TestCase("8:30-12:00")]
    [TestCase("12:00-08:30")]
    [TestCase("08:30")]
    [TestCase("")]
    public void A_span_that_is_none_is_told_in_Chinese(string span) => Assert.That(() => WorkingTime.Parse([span]), Throws.TypeOf<FormatException>().With.Message.Contains("工作时间"));

    [Test]
    public void Spans_that_overlap_are_refused() => Assert.That(() => WorkingTime.Parse(["08:30-12:00", "11:00-17:30"]), Throws.TypeOf<FormatException>());

    private static bool AtWork(DateTimeOffset at)
    {
        var china = at.InChina();
        var time = TimeOnly.FromDateTime(china.DateTime);
        return china.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && (time >= new TimeOnly(8, 30) && time < new TimeOnly(12, 0) || time >= new TimeOnly(14, 0) && time < new TimeOnly(17, 30));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.ParseExact(text + " +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
