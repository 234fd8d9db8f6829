using System.Collections.Immutable;
using ChatIntake.Chat;

namespace ChatIntake.Notices;

/// <summary>What the outbox holds for one group with a robot.</summary>
public sealed record GroupOutbox
{
    public required GroupId Group { get; init; }

    public required string Way { get; init; }

    /// <summary>Not delivered yet, oldest first.</summary>
    public required IReadOnlyList<PostRow> Posts { get; init; }

    /// <summary>Waiting, in the order decided.</summary>
    public required IReadOnlyList<NoticeRow> Notices { get; init; }
}

/// <summary>What is to be done now, and when to look again at the latest; null where nothing waits.</summary>
public sealed record PostPlan(ImmutableArray<PostRow> Attempts, ImmutableArray<PostRow> Replacements, ImmutableArray<(GroupId Group, int MostPosts)> Compose, DateTimeOffset? Wake);

/// <summary>
/// What goes out when: a pure function of the outbox and the instant. Notices of a group that can wait are kept until one may no longer, and then all go
/// in one post; a robot never makes more than <paramref name="perMinute"/> attempts in any sixty seconds, and the last of them are kept for what is urgent.
/// </summary>
public sealed class PostPlanner(int perMinute)
{
    /// <summary>The time over which WeCom counts.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private const int KeptForUrgent = 3;
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMinutes(3);

    /// <param name="queues">By group.</param>
    /// <param name="attempts">The attempts of each way in the last minute.</param>
    /// <param name="now">The desk's instant.</param>
    public PostPlan Plan(IReadOnlyList<GroupOutbox> queues, IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> attempts, DateTimeOffset now)
    {
        var plan = new Builder(this, attempts, now);
        foreach (var queue in queues.OrderByDescending(q => q.Notices.Any(n => n.Pace == Pace.Now)).ThenBy(q => q.Group.Value)) plan.Add(queue);
        return plan.Done();
    }

    /// <summary>When the notices of a group have to go out together; null where none waits.</summary>
    internal static DateTimeOffset? Release(IReadOnlyList<NoticeRow> notices)
    {
        if (notices.Count == 0) return null;
        var instants = notices.Where(n => n.Pace != Pace.Burst).Select(n => n.NotBefore).ToList();
        // A burst ends when its sender has been silent for a while, but not later than three minutes after it began.
        foreach (var burst in notices.Where(n => n.Pace == Pace.Burst).GroupBy(n => n.Args.Member))
        {
            var silent = burst.Max(n => n.NotBefore);
            var latest = burst.Min(n => n.CreatedAt) + LongestBurst;
            instants.Add(silent < latest ? silent : latest);
        }
        return instants.Min();
    }

    private sealed class Builder(PostPlanner planner, IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> attempts, DateTimeOffset now)
    {
        private readonly Dictionary<string, int> left = new(StringComparer.Ordinal);
        private readonly List<PostRow> tries = [];
        private readonly List<PostRow> replacements = [];
        private readonly List<(GroupId, int)> compose = [];
        private DateTimeOffset? wake;

        public void Add(GroupOutbox queue)
        {
            var budget = left.TryGetValue(queue.Way, out var known) ? known : planner.Left(Made(queue.Way), now);
            var blocked = queue.Posts.Where(p => p.Attempts is [.., { Outcome: PostOutcome.WaitMinute }]).Select(p => PostPolicy.Next(p).At).DefaultIfEmpty().Max();
            if (blocked > now)
            {
                WakeAt(blocked);
                left[queue.Way] = budget;
                return;
            }
            foreach (var post in queue.Posts) budget = Post(queue.Way, post, budget);
            left[queue.Way] = Notices(queue, budget);
        }

        public PostPlan Done() => new([.. tries], [.. replacements], [.. compose], wake);

        private int Post(string way, PostRow post, int budget)
        {
            var (step, at) = PostPolicy.Next(post);
            if (step != PostStep.TryAt)
            {
                replacements.Add(post);
                return budget;
            }
            if (at > now) WakeAt(at);
            else if (budget > 0)
            {
                tries.Add(post);
                return budget - 1;
            }
            else WakeAt(Free(way));
            return budget;
        }

        private int Notices(GroupOutbox queue, int budget)
        {
            if (Release(queue.Notices) is not { } release) return budget;
            if (release > now)
            {
                WakeAt(release);
                return budget;
            }
            var urgent = queue.Notices.Any(n => n.Pace == Pace.Now && n.NotBefore <= now);
            if (budget <= (urgent ? 0 : KeptForUrgent))
            {
                WakeAt(Free(queue.Way));
                return budget;
            }
            compose.Add((queue.Group, budget));
            return budget - 1;
        }

        private IReadOnlyList<DateTimeOffset> Made(string way) => attempts.GetValueOrDefault(way) ?? [];

        // When the oldest attempt that counts leaves the minute.
        private DateTimeOffset Free(string way) => Made(way).Where(at => at > now - Minute).DefaultIfEmpty(now).Min() + Minute + TimeSpan.FromMilliseconds(1);

        private void WakeAt(DateTimeOffset at) => wake = wake is null || at < wake ? at : wake;
    }

    private int Left(IReadOnlyList<DateTimeOffset> made, DateTimeOffset now) => perMinute - made.Count(at => at > now - Minute);
}
