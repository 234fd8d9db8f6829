using System.Collections.Immutable;
using System.Globalization;
using ChatIntake.Chat;
using ChatIntake.Journal;

namespace ChatIntake.Notices;

/// <summary>Where a notice stands on its way.</summary>
public enum NoticeState
{
    Waiting,

    /// <summary>Part of a post.</summary>
    Composed,

    /// <summary>No way leads to its audience: it waits in the staff's list.</summary>
    Listed,
}

/// <summary>A notice in the outbox, written with the facts that caused it.</summary>
public sealed record NoticeRow
{
    public int V { get; init; } = 1;

    /// <summary>The input that caused it and its place among that input's notices.</summary>
    public required string Id { get; init; }

    public required Audience Audience { get; init; }

    public required string Template { get; init; }

    /// <summary>The version of the texts in force when it was decided.</summary>
    public required int Texts { get; init; }

    public required NoticeArgs Args { get; init; }

    public required Pace Pace { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>It need not go out before this instant.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    public NoticeState State { get; init; }

    public PostId? Post { get; init; }

    public static string IdOf(InputId input, int index) => $"{StoreKey.Number(input.Value)}.{index.ToString("D3", CultureInfo.InvariantCulture)}";
}

/// <summary>One try to deliver a post: recorded before it is made, completed by its outcome.</summary>
public sealed record PostAttempt(DateTimeOffset At, PostOutcome? Outcome, int ErrorCode);

/// <summary>Where a post stands.</summary>
public enum PostState
{
    Open,

    Delivered,

    /// <summary>Given up, or its way is closed.</summary>
    Failed,

    /// <summary>Sent in another form or in smaller pieces instead.</summary>
    Replaced,
}

/// <summary>A post composed of notices; its text lies with the words.</summary>
public sealed record PostRow
{
    public int V { get; init; } = 1;

    public required PostId Id { get; init; }

    public required GroupId Group { get; init; }

    /// <summary>The robot through which it goes, by the name of the secret that holds its key.</summary>
    public required string Way { get; init; }

    public required bool Markdown { get; init; }

    /// <summary>Whether one of its notices goes at once: it is tried before others.</summary>
    public bool Urgent { get; init; }

    public required ImmutableArray<string> Notices { get; init; }

    public required ImmutableArray<CaseId> Cases { get; init; }

    /// <summary>Members to be mentioned.</summary>
    public ImmutableArray<MemberId> Mentions { get; init; } = [];

    public required DateTimeOffset ComposedAt { get; init; }

    public ImmutableArray<PostAttempt> Attempts { get; init; } = [];

    public PostState State { get; init; }
}

/// <summary>Notices, posts and attempts of a desk. What still has to be done lies apart from what is done, so that looking for work is quick.</summary>
public static class OutboxTable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>Notices that wait, in the order in which they were decided.</summary>
    public static IReadOnlyList<NoticeRow> Waiting(IReader reader, DeskId desk) => Read<NoticeRow>(reader, Table.Notices, $"{desk}/waiting");

    /// <summary>Notices without a way.</summary>
    public static IReadOnlyList<NoticeRow> Listed(IReader reader, DeskId desk) => Read<NoticeRow>(reader, Table.Notices, $"{desk}/listed");

    public static IReadOnlyList<NoticeRow> Composed(IReader reader, DeskId desk) => Read<NoticeRow>(reader, Table.Notices, $"{desk}/composed");

    public static NoticeRow? Notice(IReader reader, DeskId desk, string id) =>
        Enum.GetValues<NoticeState>().Select(state => reader.Get(Table.Notices, NoticeKey(desk, state, id))).FirstOrDefault(b => b is not null) is { } bytes
            ? StoreJson.Read<NoticeRow>(bytes)
            : null;

    public static void Put(ITransaction transaction, DeskId desk, NoticeRow row)
    {
        foreach (var state in Enum.GetValues<NoticeState>())
            if (state != row.State) transaction.Delete(Table.Notices, NoticeKey(desk, state, row.Id));
        transaction.Put(Table.Notices, NoticeKey(desk, row.State, row.Id), StoreJson.Write(row));
    }

    /// <summary>Posts that are not delivered yet, oldest first.</summary>
    public static IReadOnlyList<PostRow> OpenPosts(IReader reader, DeskId desk) => Read<PostRow>(reader, Table.Posts, $"{desk}/open");

    public static IReadOnlyList<PostRow> DonePosts(IReader reader, DeskId desk) => Read<PostRow>(reader, Table.Posts, $"{desk}/done");

    public static PostRow? OpenPost(IReader reader, DeskId desk, PostId id) =>
        reader.Get(Table.Posts, $"{desk}/open/{StoreKey.Number(id.Value)}") is { } bytes ? StoreJson.Read<PostRow>(bytes) : null;

    public static void Put(ITransaction transaction, DeskId desk, PostRow row)
    {
        var id = StoreKey.Number(row.Id.Value);
        if (row.State != PostState.Open) transaction.Delete(Table.Posts, $"{desk}/open/{id}");
        transaction.Put(Table.Posts, $"{desk}/{(row.State == PostState.Open ? "open" : "done")}/{id}", StoreJson.Write(row));
    }

    /// <summary>Remembers that a try is about to be made: it counts against the robot's budget whatever becomes of it, also after a restart.</summary>
    public static void RecordAttempt(ITransaction transaction, string way, DeskId desk, PostId post, DateTimeOffset at)
    {
        // What is long past counts no more: the posts keep their own attempts.
        foreach (var old in transaction.Range(Table.Attempts, $"{WayKey(way)}/", $"{WayKey(way)}/{StoreKey.Number((at - Remembered).ToUnixTimeMilliseconds())}", limit: 20))
            transaction.Delete(Table.Attempts, old.Key);
        transaction.Put(Table.Attempts, $"{WayKey(way)}/{StoreKey.Number(at.ToUnixTimeMilliseconds())}/{desk}/{post.Value}", StoreJson.Write(at));
    }

    /// <summary>The tries through a robot after <paramref name="since"/>, those included that a clock set back left in the future.</summary>
    public static IReadOnlyList<DateTimeOffset> Attempts(IReader reader, string way, DateTimeOffset since) =>
    [
        .. reader.Range(Table.Attempts, $"{WayKey(way)}/{StoreKey.Number(since.ToUnixTimeMilliseconds() + 1)}", StoreKey.AfterAll(WayKey(way)))
            .Select(r => StoreJson.Read<DateTimeOffset>(r.Value)),
    ];

    /// <summary>The next number for a post.</summary>
    public static PostId NextPost(ITransaction transaction, DeskId desk) => new(Counters.Next(transaction, $"post/{desk}"));

    private static string NoticeKey(DeskId desk, NoticeState state, string id) =>
        $"{desk}/{state switch { NoticeState.Waiting => "waiting", NoticeState.Composed => "composed", _ => "listed" }}/{id}";

    private static string WayKey(string way) => Uri.EscapeDataString(way);

    private static List<T> Read<T>(IReader reader, Table table, string prefix) =>
        [.. reader.Range(table, prefix + "/", StoreKey.AfterAll(prefix)).Select(r => StoreJson.Read<T>(r.Value))];
}
