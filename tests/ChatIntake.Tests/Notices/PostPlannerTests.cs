using ChatIntake.Chat;
using ChatIntake.Notices;
using ChatIntake.Tests.Journal;
using CsCheck;

namespace ChatIntake.Tests.Notices;

public sealed class PostPlannerTests
{
    private static readonly string[] Ways = ["one", "one", "two", "three"];

    private static readonly Gen<Told> Something = Gen.Select(Gen.Int[0, 3], One(Pace.Now, Pace.Now, Pace.Burst, Pace.Ride), Gen.Int[0, 40], (group, pace, after) => new Told(group, pace, after * after / 40));

    private static readonly Gen<PostOutcome?> Outcome = One<PostOutcome?>(
        PostOutcome.Delivered, PostOutcome.Delivered, PostOutcome.Delivered, PostOutcome.RetrySoon, PostOutcome.WaitMinute, PostOutcome.Unknown, PostOutcome.BadForm, PostOutcome.GiveUp, null);

    [Test]
    public void In_no_sixty_seconds_does_a_robot_speak_more_than_allowed_and_nothing_waits_for_ever() =>
        Gen.Select(Gen.Int[1, 20], Something.List[0, 120], Outcome.List[0, 150]).Sample((perMinute, told, outcomes) =>
        {
            var outbox = new PlannedOutbox(perMinute, Ways, outcomes);
            return outbox.Play(told) && outbox.Composed.Count == told.Count && outbox.Attempts.Values.All(a => Most(a) <= perMinute);
        }, iter: 300);

    [Test]
    public void While_robots_work_what_is_urgent_is_composed_within_the_minute() =>
        Gen.Select(Gen.Int[4, 20], Something.List[0, 80]).Sample((perMinute, told) =>
        {
            var outbox = new PlannedOutbox(perMinute, ["a", "b", "c", "d"], []);
            return outbox.Play(told) && outbox.All.Where(n => n.Pace == Pace.Now).All(n => outbox.Composed[n.Id] - n.CreatedAt <= TimeSpan.FromSeconds(61));
        }, iter: 200);

    [Test]
    public void A_burst_ends_with_thirty_seconds_of_silence_and_after_three_minutes_at_the_latest()
    {
        var silent = new PlannedOutbox(18, Ways, []);
        silent.Play([new Told(2, Pace.Burst, 0), new Told(0, Pace.Ride, 5), new Told(2, Pace.Burst, 20)]);
        Assert.That(silent.Composed[silent.All[0].Id], Is.EqualTo(StoredDesk.Start.AddSeconds(30)), "another member's burst goes along");

        var talker = new PlannedOutbox(18, Ways, []);
        talker.Play([.. Enumerable.Range(0, 60).SelectMany(_ => new[] { new Told(2, Pace.Burst, 7), new Told(3, Pace.Ride, 0), new Told(3, Pace.Ride, 0) })]);
        var bursts = talker.All.Where(n => n.Pace == Pace.Burst).GroupBy(n => talker.Composed[n.Id]).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(bursts, Has.Count.EqualTo(3));
            Assert.That(bursts.Select(b => b.Key - b.Min(n => n.CreatedAt)), Is.All.LessThanOrEqualTo(TimeSpan.FromMinutes(3)));
        });
    }

    [Test]
    public void What_can_wait_rides_with_the_next_post_into_its_group_or_goes_after_half_an_hour()
    {
        var outbox = new PlannedOutbox(18, Ways, []);
        outbox.Play([new Told(2, Pace.Ride, 0), new Told(3, Pace.Ride, 0), new Told(2, Pace.Now, 100)]);
        Assert.That(outbox.All.Select(n => (outbox.Composed[n.Id] - StoredDesk.Start).TotalSeconds), Is.EqualTo(new[] { 100, 1800, 100 }));
    }

    [Test]
    public void The_last_of_the_minute_are_kept_for_what_is_urgent()
    {
        var outbox = new PlannedOutbox(5, ["a", "a"], []);
        outbox.Attempts["a"].AddRange([StoredDesk.Start, StoredDesk.Start]);
        outbox.Tell(new Told(0, Pace.Burst, 0), StoredDesk.Start.AddSeconds(-40), 1);
        Assert.That((outbox.Plan().Compose.Length, outbox.Plan().Wake), Is.EqualTo((0, (DateTimeOffset?)StoredDesk.Start.AddMilliseconds(60_001))));
        outbox.Tell(new Told(1, Pace.Now, 0), StoredDesk.Start, 2);
        Assert.That(outbox.Plan().Compose, Is.EqualTo(new[] { (new GroupId(1), 3) }));
    }

    [Test]
    public void A_limit_met_by_one_post_holds_all_of_its_robot_and_no_other()
    {
        var outbox = new PlannedOutbox(18, Ways, [PostOutcome.WaitMinute]);
        outbox.Play([new Told(0, Pace.Now, 0), new Told(1, Pace.Now, 1), new Told(2, Pace.Now, 0)]);
        Assert.Multiple(() =>
        {
            Assert.That(outbox.Attempts["one"].Skip(1).Select(t => (t - StoredDesk.Start).TotalSeconds), Is.All.GreaterThanOrEqualTo(60));
            Assert.That(outbox.Attempts["two"].Single(), Is.EqualTo(StoredDesk.Start.AddSeconds(1)));
        });
    }

    [Test]
    public void The_same_outbox_at_the_same_instant_gives_the_same_plan()
    {
        var outbox = new PlannedOutbox(18, Ways, []);
        for (var i = 0; i < 8; i++) outbox.Tell(new Told(i % 4, i % 2 == 0 ? Pace.Now : Pace.Ride, 0), StoredDesk.Start, i);
        var (one, other) = (outbox.Plan(), outbox.Plan());
        Assert.Multiple(() =>
        {
            Assert.That(other.Compose, Is.EqualTo(one.Compose));
            Assert.That(other.Attempts, Is.EqualTo(one.Attempts));
            Assert.That(other.Wake, Is.EqualTo(one.Wake));
        });
    }

    [Test]
    public void An_empty_outbox_never_wakes() => Assert.That(new PostPlanner(18).Plan([], new Dictionary<string, IReadOnlyList<DateTimeOffset>>(), StoredDesk.Start).Wake, Is.Null);

    private static Gen<T> One<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static int Most(List<DateTimeOffset> attempts) =>
        attempts.Count == 0 ? 0 : attempts.Max(end => attempts.Count(t => t > end - PostPlanner.Minute && t <= end));
}
