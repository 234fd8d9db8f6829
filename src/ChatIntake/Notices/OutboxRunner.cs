using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Journal;

namespace ChatIntake.Notices;

/// <summary>
/// Works through the outbox of a desk: composes what has to go out, records each attempt before it is made, and hands results to the desk as inputs. One at a
/// time for a desk.
/// </summary>
public sealed class OutboxRunner(IStore store, DeskRunner desk, IPostSender sender, TimeProvider deskClock, int perMinute)
{
    private readonly PostPlanner planner = new(perMinute);

    // A way that was closed before this start is tried once more: somebody may have put the robot back or changed its key.
    private readonly HashSet<GroupId> tryAgain = [.. desk.State.ClosedWays];

    /// <summary>When there is something to do next, as of the last run; null where nothing waits.</summary>
    public DateTimeOffset? Wake { get; private set; }

    /// <summary>Does what is to be done at this instant.</summary>
    /// <returns>Whether anything was done.</returns>
    public async Task<bool> RunOnce(CancellationToken cancellation = default)
    {
        if (!desk.Rules.Complete) return false;
        var now = deskClock.GetUtcNow().Stored();
        var listed = await ListWayless();
        var outboxes = Outboxes();
        var attempts = outboxes.SelectMany(o => o.Posts.Select(p => p.Way).Append(o.Way)).Distinct().ToDictionary(w => w, w => OutboxTable.Attempts(store, w, now - PostPlanner.Minute), StringComparer.Ordinal);
        var plan = planner.Plan(outboxes, attempts, now);
        Wake = plan.Wake;
        foreach (var post in plan.Replacements) await Replace(post, now);
        foreach (var post in plan.Attempts) await Attempt(post, cancellation);
        foreach (var (group, most) in plan.Compose) await Compose(outboxes.First(o => o.Group == group), most, now);
        return listed || !plan.Replacements.IsEmpty || !plan.Attempts.IsEmpty || !plan.Compose.IsEmpty;
    }

    private List<GroupOutbox> Outboxes()
    {
        var notices = OutboxTable.Waiting(store, desk.Desk).GroupBy(n => Group(n)?.Id).Where(g => g.Key is not null).ToDictionary(g => g.Key!.Value, g => g.ToList());
        var posts = OutboxTable.OpenPosts(store, desk.Desk).GroupBy(p => p.Group).ToDictionary(g => g.Key, g => g.ToList());
        return
        [
            .. notices.Keys.Union(posts.Keys).Select(group => (Group: group, Way: desk.Rules.Roster.Index.Group(group)?.Webhook ?? posts[group][0].Way)).Select(g => new GroupOutbox
            {
                Group = g.Group,
                Way = g.Way,
                // A post goes by the robot that its group has now, not by the one that it had.
                Posts = [.. (posts.GetValueOrDefault(g.Group) ?? []).Select(p => p with { Way = g.Way })],
                Notices = notices.GetValueOrDefault(g.Group) ?? [],
            }),
        ];
    }

    private Roster.ListedGroup? Group(NoticeRow notice) => Ways.Group(notice.Audience, desk.Rules.Roster, sender.Has, group => desk.State.ClosedWays.Contains(group) && !tryAgain.Contains(group));

    // Without a way a notice waits where the staff can see it, never silently.
    private async Task<bool> ListWayless()
    {
        var wayless = OutboxTable.Waiting(store, desk.Desk).Where(n => Group(n) is null).ToList();
        if (wayless.Count == 0) return false;
        return await store.Write(transaction =>
        {
            foreach (var notice in wayless) OutboxTable.Put(transaction, desk.Desk, notice with { State = NoticeState.Listed });
            return true;
        });
    }

    private async Task Compose(GroupOutbox outbox, int most, DateTimeOffset now)
    {
        var composed = PostComposer.Compose(outbox.Notices, notice => Render(outbox.Group, notice), sender.Limits);
        await Put(outbox.Group, outbox.Way, composed.Take(most), now, null);
    }

    private (string Text, bool Markdown) Render(GroupId group, NoticeRow notice, bool plain = false)
    {
        var texts = desk.Texts(notice.Texts);
        var markdown = !plain && texts[notice.Template].Markdown;
        var slots = new NoticeSlots(desk.Rules, desk.Words, group, words => sender.Quote(words, markdown));
        var text = new NoticeRenderer(texts, slots).Render(new Notice(notice.Audience, notice.Template, notice.Args, notice.Pace));
        return (plain ? PlainText.Of(text) : text, markdown);
    }

    private async Task Put(GroupId group, string way, IEnumerable<ComposedPost> composed, DateTimeOffset now, PostRow? replaced)
    {
        var posts = composed.Select(c => (Composed: c, Salt: WordsTable.NewSalt())).ToList();
        await store.Write(transaction =>
        {
            if (replaced is not null) OutboxTable.Put(transaction, desk.Desk, replaced with { State = PostState.Replaced });
            foreach (var (post, salt) in posts)
            {
                var id = OutboxTable.NextPost(transaction, desk.Desk);
                OutboxTable.Put(transaction, desk.Desk, new PostRow
                {
                    Id = id, Group = group, Way = way, Markdown = post.Markdown, Urgent = post.Notices.Any(n => n.Pace == Pace.Now), Notices = [.. post.Notices.Select(n => n.Id)], Cases = PostComposer.CasesOf(post.Notices),
                    Mentions = [.. post.Notices.SelectMany(n => Ways.Mentions(n, desk.Rules.Roster)).Distinct()], ComposedAt = now,
                });
                WordsTable.Put(transaction, desk.Desk, new WordsKey(WordsKind.Post, id.Value), new WordsRow { Salt = salt, At = now, Body = new WordsBody { Text = post.Text } });
                foreach (var notice in post.Notices) OutboxTable.Put(transaction, desk.Desk, notice with { State = NoticeState.Composed, Post = id });
            }
            return true;
        });
    }

    // A post that cannot go out as it is: smaller, plainer, or over.
    private async Task Replace(PostRow post, DateTimeOffset now)
    {
        var step = PostPolicy.Next(post).Step;
        var notices = post.Notices.Select(id => OutboxTable.Notice(store, desk.Desk, id)).OfType<NoticeRow>().ToList();
        if (step == PostStep.Plain)
            await Put(post.Group, post.Way, PostComposer.Compose(notices, n => Render(post.Group, n, plain: true), sender.Limits), now, post);
        else if (step == PostStep.Split && notices.Count > 1)
            await Put(post.Group, post.Way, notices.SelectMany(n => PostComposer.Compose([n], one => Render(post.Group, one, !post.Markdown), sender.Limits)), now, post);
        else
            await End(post, post.Attempts[^1].Outcome ?? PostOutcome.Unknown, post.Attempts[^1].ErrorCode, now);
    }

    private async Task Attempt(PostRow post, CancellationToken cancellation)
    {
        var at = deskClock.GetUtcNow().Stored();
        var begun = post with { Attempts = post.Attempts.Add(new PostAttempt(at, null, 0)) };
        await store.Write(transaction =>
        {
            OutboxTable.RecordAttempt(transaction, post.Way, desk.Desk, post.Id, at);
            OutboxTable.Put(transaction, desk.Desk, begun);
            return true;
        });
        var text = WordsTable.Get(store, desk.Desk, new WordsKey(WordsKind.Post, post.Id.Value))?.Body?.Text;
        var mentions = post.Mentions.SelectMany(m => Addresses.Of(store, m)).Where(a => a.Channel == "wecom").Select(a => a.Value).ToList();
        var (outcome, code) = text is null
            ? (PostOutcome.GiveUp, 0)
            : await sender.Send(new PostToSend(post.Way, post.Markdown, text, mentions), cancellation);
        var done = begun with { Attempts = begun.Attempts.SetItem(begun.Attempts.Length - 1, new PostAttempt(at, outcome, code)) };
        if (outcome == PostOutcome.Delivered || PostPolicy.Next(done).Step == PostStep.End) await End(done, outcome, code, deskClock.GetUtcNow());
        else await store.Write(transaction =>
        {
            OutboxTable.Put(transaction, desk.Desk, done);
            return true;
        });
    }

    private async Task End(PostRow post, PostOutcome outcome, int code, DateTimeOffset now)
    {
        if (outcome == PostOutcome.WayClosed) tryAgain.Remove(post.Group);
        var words = WordsTable.Get(store, desk.Desk, new WordsKey(WordsKind.Post, post.Id.Value));
        await store.Write(transaction =>
        {
            OutboxTable.Put(transaction, desk.Desk, post with { State = outcome == PostOutcome.Delivered ? PostState.Delivered : PostState.Failed });
            if (outcome == PostOutcome.WayClosed) ListAgain(transaction, post);
            return Inbox.Append(transaction, desk.Desk, new InboxRow
            {
                Kind = InputKind.Delivery, OuterId = $"post|{desk.Desk}|{post.Id.Value}", PostedAt = now, Post = post.Id, Group = post.Group, Cases = post.Cases,
                Outcome = outcome, ErrorCode = code, Digest = words?.Body is { } body ? WordsTable.Digest(words.Salt, body) : null,
            }, null, now);
        });
    }

    private void ListAgain(ITransaction transaction, PostRow post)
    {
        foreach (var id in post.Notices)
            if (OutboxTable.Notice(transaction, desk.Desk, id) is { } notice) OutboxTable.Put(transaction, desk.Desk, notice with { State = NoticeState.Listed, Post = null });
    }
}
