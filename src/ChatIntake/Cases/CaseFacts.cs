using System.Collections.Immutable;
using ChatIntake.Chat;
using ChatIntake.Journal;
using ChatIntake.Triage;

namespace ChatIntake.Cases;

/// <summary>A fact about one case.</summary>
public interface ICaseFact : IFact
{
    CaseId Case { get; }
}

/// <summary>A report became a case. Clocks whose time had passed before the message was recorded come marked missed.</summary>
public sealed record CaseOpened(
    CaseId Case, MessageId Message, GroupId Group, MemberId Reporter, EnterpriseId? Enterprise, Urgency Urgency, bool Special,
    ImmutableArray<CasePart> Parts) : ICaseFact;

/// <summary>
/// A further message belongs to the case. <paramref name="Quoted"/> is true for the one of which a quotation had been filed: it is the opener from here on.
/// </summary>
public sealed record CaseJoined(CaseId Case, MessageId Message, bool? Quoted = null) : ICaseFact;

/// <summary>A message raised the urgency; due times move only by <see cref="CaseRetimed"/>.</summary>
public sealed record CaseRaised(CaseId Case, MessageId Message, Urgency Urgency) : ICaseFact;

/// <summary>Due times were set anew; clocks not named stay.</summary>
public sealed record CaseRetimed(CaseId Case, ImmutableArray<NewDue> Dues) : ICaseFact;

/// <summary>One clock's new due time.</summary>
public sealed record NewDue(int Part, ClockKind Clock, DateTimeOffset Due);

/// <summary>受理: the desk takes the case on.</summary>
public sealed record CaseAccepted(CaseId Case, ImmutableArray<int> Parts, MemberId By) : ICaseFact;

/// <summary>派单: the parts go to a department.</summary>
public sealed record CaseDispatched(CaseId Case, ImmutableArray<int> Parts, DepartmentId Lead, MemberId By) : ICaseFact;

/// <summary>签收: the department takes the order.</summary>
public sealed record CaseSigned(CaseId Case, ImmutableArray<int> Parts, MemberId By) : ICaseFact;

/// <summary>回复: an answer to the enterprise; its words are a span of the message.</summary>
public sealed record CaseAnswered(CaseId Case, ImmutableArray<int> Parts, MemberId By, TextSpan? Text) : ICaseFact;

/// <summary>办结: done, says the department or the desk.</summary>
public sealed record CaseResolved(CaseId Case, ImmutableArray<int> Parts, MemberId By, TextSpan? Text) : ICaseFact;

/// <summary>The enterprise says that it is solved.</summary>
public sealed record CaseConfirmed(CaseId Case, ImmutableArray<int> Parts, MessageId Message) : ICaseFact;

/// <summary>The enterprise takes it back.</summary>
public sealed record CaseWithdrawn(CaseId Case, ImmutableArray<int> Parts, MessageId Message) : ICaseFact;

/// <summary>不是问题: nothing to handle, says the staff.</summary>
public sealed record CaseRefused(CaseId Case, ImmutableArray<int> Parts, MemberId By) : ICaseFact;

/// <summary>催办: somebody pushed.</summary>
public sealed record CaseUrged(CaseId Case, MemberId By) : ICaseFact;

/// <summary>升级: raised to a level above.</summary>
public sealed record CaseEscalated(CaseId Case, int Level, MemberId By) : ICaseFact;

/// <summary>认领: whose problem it is. A reporter that the roster does not know counts for the enterprise from here on.</summary>
public sealed record CaseClaimed(CaseId Case, EnterpriseId Enterprise, MemberId By, MemberId? Stranger) : ICaseFact;

/// <summary>改类: a part is about something else; <paramref name="Lead"/> is the department that leads it from here on.</summary>
public sealed record CaseRefiled(CaseId Case, int Part, Topic Topic, DepartmentId? Lead, MemberId By) : ICaseFact;

/// <summary>A message belongs to the case no longer: staff have put it elsewhere.</summary>
public sealed record CaseParted(CaseId Case, MessageId Message, MemberId By) : ICaseFact;

/// <summary>归到: the whole case belongs to another; its messages go there, and it is void.</summary>
public sealed record CaseMerged(CaseId Case, CaseId Into, MemberId By) : ICaseFact;

/// <summary>A due time passed unmet.</summary>
public sealed record ClockMissed(CaseId Case, int Part, ClockKind Clock, DateTimeOffset Due) : ICaseFact;

/// <summary>A piece of a message's text, in UTF-16 units, so that facts can point at words without holding them.</summary>
public sealed record TextSpan(MessageId Message, int Start, int Length)
{
    /// <summary>The words, or null where they were erased.</summary>
    public string? Of(string? text) => text is null || Start + Length > text.Length ? null : text.Substring(Start, Length);
}
