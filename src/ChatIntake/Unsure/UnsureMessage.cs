using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Journal;

namespace ChatIntake.Unsure;

/// <summary>Why a message stands in the unsure box.</summary>
public enum UnsureReason
{
    /// <summary>It became no case, and nearly did.</summary>
    Talk,

    /// <summary>It became a case, and nearly did not.</summary>
    Filed,

    /// <summary>A question that staff have not answered.</summary>
    Question,
}

/// <summary>A message of the unsure box.</summary>
public sealed record UnsureMessage(MessageId Message, UnsureReason Reason);

/// <summary>A message that is near the line, by how far it is from it (a logit).</summary>
public sealed record NearMessage(MessageId Message, double Margin);

/// <summary>The unsure box was sent to the staff: its messages, numbered from 1 in this order.</summary>
public sealed record UnsureListed(DateOnly Day, ImmutableArray<UnsureMessage> Messages) : IFact;

/// <summary>登记 or 不登记: staff have said of a message of the unsure box whether it is a report.</summary>
public sealed record UnsureSettled(MessageId Message, bool Report, MemberId By) : IFact;

/// <summary>What waits for the next list, and the list that was sent last.</summary>
public sealed record UnsureBox
{
    /// <summary>The most that staff are asked of a day.</summary>
    public const int Most = 10;

    /// <summary>Further from the line than this, triage is sure enough (a logit: 1.2 is 77 in 100).</summary>
    internal const double Near = 1.2;

    public static UnsureBox Empty { get; } = new();

    /// <summary>The messages nearest the line since the last list, nearest first.</summary>
    public ImmutableArray<NearMessage> Waiting { get; init; } = [];

    /// <summary>The list sent last.</summary>
    public ImmutableArray<UnsureMessage> Listed { get; init; } = [];

    /// <summary>The day of the last list.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>When the last list was made.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The box after a message was judged.</summary>
    internal UnsureBox With(MessageId message, double? margin)
    {
        if (margin is not { } far || Math.Abs(far) > Near) return this;
        var at = Waiting.Count(w => Math.Abs(w.Margin) <= Math.Abs(far));
        if (at >= Most) return this;
        var after = Waiting.Insert(at, new NearMessage(message, far));
        return this with { Waiting = after.Length > Most ? after.RemoveAt(Most) : after };
    }

    /// <summary>The box after it was sent.</summary>
    internal UnsureBox With(UnsureListed listed, DateTimeOffset at) => new() { Listed = listed.Messages, LastDay = listed.Day, LastAt = at };
}
