using ChatIntake.Simulator.Playing;
using Microsoft.Extensions.Time.Testing;

namespace ChatIntake.Tests.Simulator.Playing;

[TestFixture]
internal sealed class RealPaceTests
{
    private static readonly DateTimeOffset Spoken = new(2020, 2, 21, 0, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task The_first_message_does_not_wait_and_the_next_waits_its_part()
    {
        var clock = new FakeTimeProvider();
        var pace = new RealPace(clock, speed: 60);
        await pace.WaitUntil(Spoken, CancellationToken.None);
        var next = pace.WaitUntil(Spoken.AddMinutes(2), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.That(next.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await next;
        Assert.That(pace.WaitUntil(Spoken.AddMinutes(1), CancellationToken.None).IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public async Task Nights_are_cut()
    {
        var clock = new FakeTimeProvider();
        var pace = new RealPace(clock, speed: 1, longestWait: TimeSpan.FromSeconds(3));
        await pace.WaitUntil(Spoken, CancellationToken.None);
        var next = pace.WaitUntil(Spoken.AddHours(12), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.That(next.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    [Test]
    public async Task Infinite_speed_does_not_wait()
    {
        var pace = new RealPace(new FakeTimeProvider(), double.PositiveInfinity);
        await pace.WaitUntil(Spoken, CancellationToken.None);
        await pace.WaitUntil(Spoken.AddYears(1), CancellationToken.None);
    }

    [Test]
    public void A_speed_of_nothing_is_no_speed() =>
        Assert.That(() => new RealPace(TimeProvider.System, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
