using System.Collections.Immutable;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Journal;
using ChatIntake.Notices;

namespace ChatIntake.Intake;

/// <summary>What an input is.</summary>
public enum InputKind
{
    Message,

    /// <summary>A channel delivered something that nobody could read.</summary>
    Unreadable,

    /// <summary>A clock of a case or the cut of a day has come due.</summary>
    Tick,

    /// <summary>A rule document was handed in.</summary>
    Rule,

    /// <summary>The result of a post.</summary>
    Delivery,
}

/// <summary>
/// An input of a desk as it waits to be decided, and stays for ever. Holds references only: what was said lies with the words under the input's number.
/// Which fields are set depends on the kind.
/// </summary>
public sealed record InboxRow
{
    public int V { get; init; } = 1;

    public required InputKind Kind { get; init; }

    /// <summary>Unique for ever within the installation, e.g. way and message id.</summary>
    public required string OuterId { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>Given by the inbox; never goes back within a desk.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    public string? Way { get; init; }

    public GroupId? Group { get; init; }

    public MemberId? Sender { get; init; }

    public MessageType? Type { get; init; }

    /// <summary>A rule's kind, or why something could not be read.</summary>
    public string? Code { get; init; }

    /// <summary>The corp in which the user ids of an imported roster are unique.</summary>
    public string? Corp { get; init; }

    /// <summary>Whether the display names of an imported roster stand for people, as in transcripts.</summary>
    public bool? Players { get; init; }

    public CaseId? Case { get; init; }

    public int? Part { get; init; }

    public ClockKind? Clock { get; init; }

    public int? Revision { get; init; }

    public DateOnly? Day { get; init; }

    public PostId? Post { get; init; }

    public ImmutableArray<CaseId>? Cases { get; init; }

    public PostOutcome? Outcome { get; init; }

    public int? ErrorCode { get; init; }

    public string? Digest { get; init; }
}

/// <summary>The inputs of each desk in the order recorded, each outer id once.</summary>
public static class Inbox
{
    /// <summary>
    /// Appends an input with its words, unless its outer id was heard before (then null). The instant of recording is <paramref name="now"/>, or the last one of
    /// the desk if the clock was set back; nothing was posted after it was recorded.
    /// </summary>
    public static InputId? Append(ITransaction transaction, DeskId desk, InboxRow row, WordsRow? words, DateTimeOffset now)
    {
        var outer = OuterAddress.Part(row.OuterId);
        if (transaction.Get(Table.OuterIds, outer) is not null) return null;
        var head = Head(transaction, desk);
        var at = now.Stored() is var stored && stored < head.RecordedAt ? head.RecordedAt : stored;
        var id = new InputId(head.Last + 1);
        transaction.Put(Table.OuterIds, outer, StoreJson.Write(new OuterRow(desk, id)));
        var posted = row.PostedAt < at ? row.PostedAt.Stored() : at;
        transaction.Put(Table.Inbox, Key(desk, id), StoreJson.Write(row with { PostedAt = posted, RecordedAt = at }));
        transaction.Put(Table.Meta, HeadKey(desk), StoreJson.Write(new InboxHead(id.Value, at)));
        if (words is not null) WordsTable.Put(transaction, desk, new WordsKey(WordsKind.Input, id.Value), words);
        return id;
    }

    /// <summary>The inputs after <paramref name="after"/>, in order.</summary>
    public static IReadOnlyList<(InputId Id, InboxRow Row)> After(IReader reader, DeskId desk, InputId after, int limit) =>
    [
        .. reader.Range(Table.Inbox, Key(desk, new InputId(after.Value + 1)), StoreKey.AfterAll(desk.Value), limit)
            .Select(r => (new InputId(long.Parse(r.Key.AsSpan(desk.Value.Length + 1), System.Globalization.CultureInfo.InvariantCulture)), StoreJson.Read<InboxRow>(r.Value))),
    ];

    /// <summary>The number of the last input.</summary>
    public static InputId Last(IReader reader, DeskId desk) => new(Head(reader, desk).Last);

    private static InboxHead Head(IReader reader, DeskId desk) =>
        reader.Get(Table.Meta, HeadKey(desk)) is { } bytes ? StoreJson.Read<InboxHead>(bytes) : new InboxHead(0, DateTimeOffset.MinValue);

    private static string Key(DeskId desk, InputId id) => $"{desk}/{StoreKey.Number(id.Value)}";

    private static string HeadKey(DeskId desk) => $"inbox/{desk}";

    private sealed record InboxHead(long Last, DateTimeOffset RecordedAt);

    private sealed record OuterRow(DeskId Desk, InputId Input);
}
