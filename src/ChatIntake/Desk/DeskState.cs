using System.Collections.Immutable;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Notices;
using ChatIntake.Reports;
using ChatIntake.Roster;
using ChatIntake.Triage;
using ChatIntake.Unsure;

namespace ChatIntake.Desk;

/// <summary>A message of the recent window, without its words.</summary>
public sealed record WindowMessage
{
    public required MessageId Id { get; init; }

    public required GroupId Group { get; init; }

    public required MemberId Sender { get; init; }

    public required SenderRole Role { get; init; }

    public ImmutableArray<EnterpriseId> Firms { get; init; } = [];

    public required DateTimeOffset PostedAt { get; init; }

    public required MessageType Type { get; init; }

    public required VerdictKind Kind { get; init; }

    public bool Command { get; init; }

    public CaseId? Case { get; init; }

    /// <summary>A command of it was refused only because nothing said which case: a copy that carries a quotation makes up for it.</summary>
    public bool Lacking { get; init; }

    /// <summary>The ways by which it was heard: each copy is matched once.</summary>
    public ImmutableArray<string> Ways { get; init; } = [];
}

/// <summary>A post of the bot that members may quote.</summary>
public sealed record WindowPost(PostId Id, GroupId Group, ImmutableArray<CaseId> Cases);

/// <summary>A rule document in force.</summary>
public sealed record RuleVersion(int Version, string Hash, string Source);

/// <summary>A member's last command, with what stood before it, so that it can be taken back.</summary>
public sealed record LastCommand
{
    public required InputId Input { get; init; }

    public required MessageId Message { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The cases as they were; null for one that the command opened.</summary>
    public ImmutableSortedDictionary<long, CaseState?> Cases { get; init; } = ImmutableSortedDictionary<long, CaseState?>.Empty;

    public ImmutableSortedDictionary<long, Resumption?> Resumptions { get; init; } = ImmutableSortedDictionary<long, Resumption?>.Empty;

    /// <summary>The firms for which strangers counted, by member; null for one who counted for none.</summary>
    public ImmutableSortedDictionary<long, EnterpriseId?> Claims { get; init; } = ImmutableSortedDictionary<long, EnterpriseId?>.Empty;

    /// <summary>Words that it added or removed, and whether they were there before.</summary>
    public ImmutableSortedDictionary<string, bool> Words { get; init; } = ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);
}

/// <summary>All that a desk knows: a fold over its journal.</summary>
public sealed record DeskState
{
    /// <summary>How many messages the recent window holds: rows, not hours, so that a restart changes no verdict.</summary>
    public const int WindowRows = 400;

    private const int WindowPosts = 500;

    public static DeskState Empty { get; } = new();

    /// <summary>When the first input of the desk was recorded; null before it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The position of the last fact.</summary>
    public long Position { get; init; }

    /// <summary>When the input of the last fact was recorded: what is decided later counts as recorded no earlier.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    public ImmutableSortedDictionary<string, RuleVersion> Rules { get; init; } =
        ImmutableSortedDictionary.Create<string, RuleVersion>(StringComparer.Ordinal);

    /// <summary>The documents of all versions of the texts, so that a notice reads as it was decided.</summary>
    public ImmutableSortedDictionary<int, string> Texts { get; init; } = ImmutableSortedDictionary<int, string>.Empty;

    /// <summary>Words that staff have added for the segmenter.</summary>
    public ImmutableSortedSet<string> AddedWords { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>By case number.</summary>
    public ImmutableSortedDictionary<long, CaseState> Cases { get; init; } = ImmutableSortedDictionary<long, CaseState>.Empty;

    /// <summary>The numbers of cases that triage looks at: open ones, and those that ended within some days or were touched since the last cut.</summary>
    public ImmutableSortedSet<long> Live { get; init; } = [];

    /// <summary>The last <see cref="WindowRows"/> messages, oldest first.</summary>
    public ImmutableQueue<WindowMessage> Window { get; init; } = [];

    public int WindowCount { get; init; }

    public ImmutableList<WindowPost> Posts { get; init; } = [];

    public ImmutableHashSet<GroupId> MetGroups { get; init; } = [];

    public ImmutableHashSet<MemberId> MetStrangers { get; init; } = [];

    /// <summary>Groups into which no way leads any more.</summary>
    public ImmutableHashSet<GroupId> ClosedWays { get; init; } = [];

    /// <summary>Strangers whom staff have claimed for an enterprise.</summary>
    public ImmutableDictionary<MemberId, EnterpriseId> Claims { get; init; } = ImmutableDictionary<MemberId, EnterpriseId>.Empty;

    /// <summary>By enterprise; what was said outranks the roster.</summary>
    public ImmutableSortedDictionary<long, Resumption> Resumptions { get; init; } = ImmutableSortedDictionary<long, Resumption>.Empty;

    public ImmutableDictionary<MemberId, LastCommand> LastCommands { get; init; } = ImmutableDictionary<MemberId, LastCommand>.Empty;

    /// <summary>Cases made from quotations whose messages were not heard, with the message that quoted.</summary>
    public ImmutableSortedDictionary<long, MessageId> Quotations { get; init; } = ImmutableSortedDictionary<long, MessageId>.Empty;

    /// <summary>The last report day that was cut.</summary>
    public DateOnly? LastCut { get; init; }

    /// <summary>Messages of which triage was not sure.</summary>
    public UnsureBox Unsure { get; init; } = UnsureBox.Empty;

    /// <summary>The day so far, counted from facts.</summary>
    public DayTally Tally { get; init; } = DayTally.Empty;

    public CaseState? Case(CaseId id) => Cases.GetValueOrDefault(id.Value);

    /// <summary>The next number; numbers are never used twice, since voided cases stay.</summary>
    internal CaseId NextCase => new(Cases.Count + 1);

    /// <summary>The case to which a message belongs; one whose opening was undone has no messages any more.</summary>
    internal CaseState? CaseOf(MessageId message) =>
        Window.FirstOrDefault(m => m.Id == message)?.Case is { } id ? Case(id) : Cases.Values.FirstOrDefault(c => c.Messages.Contains(message) && c.Stage != Stage.Voided);

    internal DeskState WithMessage(WindowMessage message)
    {
        var full = WindowCount >= WindowRows;
        return this with
        {
            Window = (full ? Window.Dequeue() : Window).Enqueue(message),
            WindowCount = full ? WindowCount : WindowCount + 1,
        };
    }

    internal DeskState WithPost(WindowPost post)
    {
        var posts = Posts.Add(post);
        return this with { Posts = posts.Count > WindowPosts ? posts.RemoveAt(0) : posts };
    }
}
