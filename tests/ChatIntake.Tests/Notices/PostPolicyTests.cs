using ChatIntake.Chat;
using ChatIntake.Notices;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Notices;

public sealed class PostPolicyTests
{
    private static readonly DateTimeOffset Start = StoredDesk.Start;

    [Test]
    public void A_new_post_is_tried_at_once() => Assert.That(PostPolicy.Next(Post()), Is.EqualTo((PostStep.TryAt, Start)));

    [TestCase(PostOutcome.RetrySoon, 4)]
    [TestCase(PostOutcome.WaitMinute, 60)]
    [TestCase(PostOutcome.Unknown, 2)]
    public void Patience_ends(PostOutcome outcome, int tries)
    {
        var post = Post();
        var made = 0;
        while (PostPolicy.Next(post) is { Step: PostStep.TryAt } next)
        {
            post = post with { Attempts = post.Attempts.Add(new PostAttempt(next.At, outcome, 0)) };
            made++;
        }
        Assert.That((made, PostPolicy.Next(post).Step), Is.EqualTo((tries, PostStep.End)));
    }

    [Test]
    public void Pauses_after_a_busy_answer_grow_and_differ_between_posts()
    {
        var pauses = Enumerable.Range(1, 3).Select(n => Pause(Post(1, [.. Enumerable.Repeat((PostOutcome?)PostOutcome.RetrySoon, n)]))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(pauses, Is.Ordered);
            Assert.That(pauses[0], Is.InRange(2.0, 3.0));
            Assert.That(pauses[2], Is.InRange(8.0, 9.0));
            Assert.That(Enumerable.Range(1, 50).Select(id => Pause(Post(id, PostOutcome.RetrySoon))).Distinct().Count(), Is.GreaterThan(40));
        });
    }

    [Test]
    public void A_limit_is_waited_out_for_more_than_its_minute() =>
        Assert.That(Enumerable.Range(1, 50).Select(id => Pause(Post(id, PostOutcome.WaitMinute))), Is.All.InRange(60.0, 65.0));

    [Test]
    public void An_unknown_outcome_is_risked_once_more_and_a_forgotten_attempt_only_when_nobody_waits_for_it() => Assert.Multiple(() =>
    {
        Assert.That(Pause(Post(1, PostOutcome.Unknown)), Is.InRange(5.0, 6.0));
        Assert.That(Pause(Post(1, (PostOutcome?)null)), Is.InRange(30.0, 31.0));
        Assert.That(PostPolicy.Next(Post(1, null, PostOutcome.Unknown)).Step, Is.EqualTo(PostStep.End));
        Assert.That(PostPolicy.Next(Post(1, null, null)).Step, Is.EqualTo(PostStep.End));
    });

    [TestCase(PostOutcome.Delivered, false, PostStep.End)]
    [TestCase(PostOutcome.GiveUp, false, PostStep.End)]
    [TestCase(PostOutcome.WayClosed, true, PostStep.End)]
    [TestCase(PostOutcome.TooLong, false, PostStep.Split)]
    [TestCase(PostOutcome.TooLong, true, PostStep.Split)]
    [TestCase(PostOutcome.BadForm, true, PostStep.Plain)]
    [TestCase(PostOutcome.BadForm, false, PostStep.End)]
    public void Other_outcomes_lead_on_at_once(PostOutcome outcome, bool markdown, PostStep step) =>
        Assert.That(PostPolicy.Next(Post(1, outcome) with { Markdown = markdown }).Step, Is.EqualTo(step));

    [Test]
    public void What_cannot_be_reached_is_tried_for_a_day_with_pauses_up_to_five_minutes()
    {
        var post = Post(1);
        var tries = 0;
        while (PostPolicy.Next(post) is (PostStep.TryAt, var at))
        {
            if (tries > 10) Assert.That((at - post.Attempts[^1].At).TotalSeconds, Is.InRange(300.0, 301.0));
            post = post with { Attempts = post.Attempts.Add(new PostAttempt(at, PostOutcome.Unreachable, 0)) };
            tries++;
        }
        Assert.Multiple(() =>
        {
            Assert.That(PostPolicy.Next(post).Step, Is.EqualTo(PostStep.End));
            Assert.That((post.Attempts[^1].At - post.ComposedAt).TotalHours, Is.InRange(24.0, 24.1));
        });
    }

    [Test]
    public void Every_mixture_of_outcomes_comes_to_an_end()
    {
        var post = Post();
        PostOutcome?[] mixture = [PostOutcome.RetrySoon, PostOutcome.WaitMinute, null, PostOutcome.Unknown];
        while (PostPolicy.Next(post) is { Step: PostStep.TryAt } next)
        {
            Assert.That(next.At, Is.GreaterThan(post.Attempts.LastOrDefault()?.At ?? DateTimeOffset.MinValue));
            post = post with { Attempts = post.Attempts.Add(new PostAttempt(next.At, mixture[post.Attempts.Length % mixture.Length], 0)) };
        }
        Assert.That(post.Attempts.Length, Is.LessThan(20));
    }

    private static double Pause(PostRow post) => (PostPolicy.Next(post).At - post.Attempts[^1].At).TotalSeconds;

    private static PostRow Post(long id = 1, params PostOutcome?[] outcomes) => new()
    {
        Id = new PostId(id), Group = new GroupId(1), Way = "robot", Markdown = false, Notices = ["1"], Cases = [], ComposedAt = Start,
        Attempts = [.. outcomes.Select((o, i) => new PostAttempt(Start.AddSeconds(100 * i), o, 0))],
    };
}
