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

    private static readonly TimeSpan LongestBurst = TimeSpan.FromMinutes(3);

    // A robot that may speak less often still says what is not urgent.
    private readonly int keptForUrgent = Math.Min(3, perMinute - 1);

    /// <param name="queues">By group.</param>
    /// <param name="attempts">The attempts of each way in the last minute.</param>
    /// <param name="now">The desk's instant.</param>
    public PostPlan Plan(IReadOnlyList<GroupOutbox> queues, IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> attempts, DateTimeOffset now)
    {
        var posts = queues.SelectMany(q => q.Posts).OrderByDescending(p => p.Urgent).ThenBy(p => p.Id.Value).ToList();
        var plan = new Builder(this, attempts, BlockedWays(posts, now), now);
        foreach (var post in posts) plan.Add(post);
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

    // The limit is the robot's: where one post has met it, all of that robot's wait.
    private static Dictionary<string, DateTimeOffset> BlockedWays(IEnumerable<PostRow> posts, DateTimeOffset now) => posts
        .Where(p => p.Attempts is [.., { Outcome: PostOutcome.WaitMinute }]).GroupBy(p => p.Way, p => PostPolicy.Next(p).At, StringComparer.Ordinal)
        .Select(g => (Way: g.Key, Until: g.Max())).Where(b => b.Until > now).ToDictionary(b => b.Way, b => b.Until, StringComparer.Ordinal);

    private int Left(IReadOnlyList<DateTimeOffset> made, DateTimeOffset now) => perMinute - made.Count(at => at > now - Minute);

    private sealed class Builder(
        PostPlanner planner, IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> attempts, Dictionary<string, DateTimeOffset> blocked, DateTimeOffset now)
    {
        private readonly Dictionary<string, int> left = new(StringComparer.Ordinal);
        private readonly HashSet<string> composing = new(StringComparer.Ordinal);
        private readonly List<PostRow> tries = [];
        private readonly List<PostRow> replacements = [];
        private readonly List<(GroupId, int)> compose = [];
        private DateTimeOffset? wake;

        public void Add(PostRow post)
        {
            var (step, at) = PostPolicy.Next(post);
            if (step != PostStep.TryAt) replacements.Add(post);
            else if (blocked.TryGetValue(post.Way, out var until)) WakeAt(until);
            else if (at > now) WakeAt(at);
            else if (Budget(post.Way, post.Urgent) < 1) WakeAt(Free(post.Way));
            else
            {
                tries.Add(post);
                left[post.Way]--;
            }
        }

        public void Add(GroupOutbox queue)
        {
            if (Release(queue.Notices) is not { } release) return;
            var budget = Budget(queue.Way, queue.Notices.Any(n => n.Pace == Pace.Now && n.NotBefore <= now));
            if (blocked.TryGetValue(queue.Way, out var until)) WakeAt(until);
            else if (release > now) WakeAt(release);
            // How many posts another group's notices make is known only when they are composed.
            else if (composing.Contains(queue.Way)) WakeAt(now);
            else if (budget < 1) WakeAt(Free(queue.Way));
            else
            {
                compose.Add((queue.Group, budget));
                composing.Add(queue.Way);
            }
        }

        public PostPlan Done() => new([.. tries], [.. replacements], [.. compose], wake);

        private int Budget(string way, bool urgent)
        {
            if (!left.TryGetValue(way, out var all)) left[way] = all = planner.Left(Made(way), now);
            return urgent ? all : all - planner.keptForUrgent;
        }

        private IReadOnlyList<DateTimeOffset> Made(string way) => attempts.GetValueOrDefault(way) ?? [];

        // When the oldest attempt that counts leaves the minute.
        private DateTimeOffset Free(string way) => Made(way).Where(at => at > now - Minute).DefaultIfEmpty(now).Min() + Minute + TimeSpan.FromMilliseconds(1);

        private void WakeAt(DateTimeOffset at) => wake = wake is null || at < wake ? at : wake;
    }
}
