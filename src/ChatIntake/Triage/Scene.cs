using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>A message to be judged, with who speaks.</summary>
public sealed record Heard
{
    public required MessageId Id { get; init; }

    public required GroupId Group { get; init; }

    public required MemberId Sender { get; init; }

    public required SenderRole Role { get; init; }

    /// <summary>The sender's firms by the roster; none for staff and strangers, several for some.</summary>
    public IReadOnlyList<EnterpriseId> Enterprises { get; init; } = [];

    public required DateTimeOffset PostedAt { get; init; }

    public MessageType Type { get; init; }

    /// <summary>The text without the mention of the bot; what was said, never null.</summary>
    public required string Text { get; init; }

    /// <summary>The text that the message quotes, where it quotes.</summary>
    public string? QuoteText { get; init; }

    /// <summary>The message that it quotes, where it was found.</summary>
    public MessageId? Quote { get; init; }
}

/// <summary>A case as triage sees it: open, or ended not long ago.</summary>
public sealed record KnownCase
{
    public required CaseId Id { get; init; }

    public EnterpriseId? Enterprise { get; init; }

    /// <summary>The topics of its parts, the first named first.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    public required Urgency Urgency { get; init; }

    public bool Special { get; init; }

    /// <summary>Neither resolved nor ended.</summary>
    public required bool Open { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Done says the department, and the enterprise has not said so yet.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>When a message of the case was last posted.</summary>
    public required DateTimeOffset LastHeardAt { get; init; }

    /// <summary>When it was resolved or ended; null while open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Its messages in the order heard, the opener first.</summary>
    public required IReadOnlyList<MessageId> Messages { get; init; }

    /// <summary>The text of the message that opened it; empty where it was erased.</summary>
    public required string OpenerText { get; init; }
}

/// <summary>A message heard before, with what was made of it.</summary>
public sealed record PastMessage(
    MessageId Id, GroupId Group, MemberId Sender, SenderRole Role, IReadOnlyList<EnterpriseId> Enterprises, DateTimeOffset PostedAt,
    MessageType Type, string Text, VerdictKind Kind, bool IsCommand, CaseId? Case);

/// <summary>All that triage may know beside the message: what came before it, never after.</summary>
public sealed record Scene
{
    public required DeskRoster Roster { get; init; }

    /// <summary>Cases of the desk that are open or ended within the last three days, oldest first.</summary>
    public required ImmutableArray<KnownCase> Cases { get; init; }

    /// <summary>The last messages of the desk (some hundred, all groups), oldest first.</summary>
    public required ImmutableArray<PastMessage> Recent { get; init; }
}
