using ChatIntake.Chat;
using ChatIntake.Notices;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Notices;

/// <summary>Something that is told: to which group, how, and how many seconds after the one before.</summary>
internal readonly record struct Told(int Group, Pace Pace, int After);

/// <summary>An outbox that does what the planner says, from instant to instant, and remembers it.</summary>
internal sealed class PlannedOutbox(int perMinute, IReadOnlyList<string> wayOfGroup, IReadOnlyList<PostOutcome?> outcomes)
{
    private readonly PostPlanner planner = new(perMinute);
    private readonly List<NoticeRow>[] waiting = [.. wayOfGroup.Select(_ => new List<NoticeRow>())];
    private readonly List<PostRow> open = [];
    private int posts;
    private int tried;

    public DateTimeOffset Now { get; private set; } = StoredDesk.Start;

    public Dictionary<string, List<DateTimeOffset>> Attempts { get; } = wayOfGroup.Distinct().ToDictionary(w => w, _ => new List<DateTimeOffset>());

    /// <summary>When each notice became part of a post.</summary>
    public Dictionary<string, DateTimeOffset> Composed { get; } = [];

    public List<NoticeRow> All { get; } = [];

    /// <returns>Whether everything came to its end.</returns>
    public bool Play(IReadOnlyList<Told> told)
    {
        var next = 0;
        var at = Now;
        for (var steps = 0; steps < 50_000; steps++)
        {
            for (; next < told.Count && at.AddSeconds(told[next].After) <= Now; next++) Tell(told[next], at = at.AddSeconds(told[next].After), next);
            var plan = Plan();
            if (Do(plan)) continue;
            DateTimeOffset? coming = next < told.Count ? at.AddSeconds(told[next].After) : null;
            if (plan.Wake is null && coming is null) return open.Count == 0 && waiting.All(w => w.Count == 0);
            if (plan.Wake <= Now) return false;
            Now = plan.Wake is { } wake && !(coming < wake) ? wake : coming!.Value;
        }
        return false;
    }

    public PostPlan Plan() => planner.Plan(
        [.. waiting.Select((notices, g) => new GroupOutbox { Group = new GroupId(g), Way = wayOfGroup[g], Posts = [.. open.Where(p => p.Group.Value == g)], Notices = [.. notices] })],
        Attempts.ToDictionary(a => a.Key, a => (IReadOnlyList<DateTimeOffset>)[.. a.Value.Where(t => t > Now - PostPlanner.Minute)]), Now);

    public void Tell(Told told, DateTimeOffset at, int number)
    {
        var notice = new NoticeRow
        {
            Id = NoticeRow.IdOf(new InputId(number), 0), Audience = Audience.Of(new GroupId(told.Group)), Template = "t", Texts = 1, Args = new NoticeArgs { Member = new MemberId(number % 3) }, Pace = told.Pace,
            CreatedAt = at, NotBefore = at.AddSeconds(told.Pace switch { Pace.Now => 0, Pace.Burst => 30, _ => 1800 }),
        };
        All.Add(notice);
        waiting[told.Group].Add(notice);
    }

    private bool Do(PostPlan plan)
    {
        foreach (var post in plan.Replacements)
        {
            open.Remove(post);
            if (PostPolicy.Next(post).Step == PostStep.Plain) Open(post.Group, post.Way, post.Notices, post.Urgent, markdown: false);
        }
        foreach (var post in plan.Attempts)
        {
            Attempts[post.Way].Add(Now);
            var outcome = tried < outcomes.Count ? outcomes[tried++] : PostOutcome.Delivered;
            var after = post with { Attempts = post.Attempts.Add(new PostAttempt(Now, outcome, 0)) };
            open.Remove(post);
            if (outcome != PostOutcome.Delivered && PostPolicy.Next(after).Step != PostStep.End) open.Add(after);
        }
        foreach (var (group, _) in plan.Compose)
        {
            var notices = waiting[group.Value];
            foreach (var notice in notices) Composed.Add(notice.Id, Now);
            Open(group, wayOfGroup[(int)group.Value], [.. notices.Select(n => n.Id)], notices.Any(n => n.Pace == Pace.Now), markdown: notices.Count % 2 == 0);
            notices.Clear();
        }
        return !plan.Replacements.IsEmpty || !plan.Attempts.IsEmpty || !plan.Compose.IsEmpty;
    }

    private void Open(GroupId group, string way, System.Collections.Immutable.ImmutableArray<string> notices, bool urgent, bool markdown) => open.Add(new PostRow
    {
        Id = new PostId(++posts), Group = group, Way = way, Markdown = markdown, Urgent = urgent, Notices = notices, Cases = [], ComposedAt = Now,
    });
}
