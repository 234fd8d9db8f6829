using ChatIntake.Chat;
using ChatIntake.Unsure;

namespace ChatIntake.Tests.Unsure;

/// <summary>Which messages wait for the staff's eye.</summary>
internal sealed class UnsureBoxTests
{
    [Test]
    public void The_ten_nearest_wait_nearest_first_whatever_their_order()
    {
        var random = new Random(1);
        for (var round = 0; round < 100; round++)
        {
            double[] margins = [.. Enumerable.Range(0, random.Next(40)).Select(_ => Math.Round(4 * random.NextDouble() - 2, 2))];
            var box = UnsureBox.Empty;
            for (var i = 0; i < margins.Length; i++) box = box.With(new MessageId(i + 1), margins[i]);
            var nearest = margins.Where(m => Math.Abs(m) <= UnsureBox.Near).OrderBy(Math.Abs).Take(UnsureBox.Most);
            Assert.That(box.Waiting.Select(w => w.Margin), Is.EqualTo(nearest));
        }
    }

    [Test]
    public void What_was_not_weighed_never_waits() => Assert.That(UnsureBox.Empty.With(new MessageId(1), null).Waiting, Is.Empty);
}
