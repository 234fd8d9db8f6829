using System.Collections.Immutable;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Notices;
using ChatIntake.Roster;

namespace ChatIntake.Desk;

/// <summary>Something that a desk has to decide about, with the only two instants that deciding may know.</summary>
public abstract record DeskInput
{
    public required InputId Id { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A chat message. Its id is the input's number.</summary>
public sealed record MessageInput : DeskInput
{
    public required GroupId Group { get; init; }

    public required MemberId Sender { get; init; }

    /// <summary>The channel account by which it came, e.g. <c>bot:main</c>.</summary>
    public required string Way { get; init; }

    public required MessageType Type { get; init; }

    public required string Text { get; init; }

    public string? QuoteText { get; init; }

    /// <summary>Of the message's words.</summary>
    public required string Digest { get; init; }

    public required string Salt { get; init; }

    public MessageId Message => new(Id.Value);
}

/// <summary>A clock of a case has come due.</summary>
public sealed record ClockInput : DeskInput
{
    public required CaseId Case { get; init; }

    public required int Part { get; init; }

    public required ClockKind Clock { get; init; }

    public required int Revision { get; init; }
}

/// <summary>The report day is to be cut.</summary>
public sealed record CutInput : DeskInput
{
    public required DateOnly Day { get; init; }
}

/// <summary>The unsure box is to be sent.</summary>
public sealed record UnsureInput : DeskInput
{
    public required DateOnly Day { get; init; }
}

/// <summary>A rule document was handed in.</summary>
public sealed record RuleInput : DeskInput
{
    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required string Salt { get; init; }

    /// <summary>Ids for the people and groups of a roster.</summary>
    public RosterAddresses? Addresses { get; init; }
}

/// <summary>A post reached its group, or did not.</summary>
public sealed record DeliveryInput : DeskInput
{
    public required PostId Post { get; init; }

    public required GroupId Group { get; init; }

    public required ImmutableArray<CaseId> Cases { get; init; }

    public required PostOutcome Outcome { get; init; }

    public int ErrorCode { get; init; }

    public string Digest { get; init; } = "";
}

/// <summary>Something that a channel delivered and nobody could read; its words hold it as it came.</summary>
public sealed record UnreadableInput : DeskInput
{
    public required string Code { get; init; }
}
