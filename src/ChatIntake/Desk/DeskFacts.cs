using System.Collections.Immutable;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Reports;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Desk;

/// <summary>
/// A message was decided; every one leaves this, chatter included. <paramref name="Way"/> is the channel account by which it came,
/// <paramref name="Digest"/> proves its words, <paramref name="Rules"/> are the versions by which it was judged, and <paramref name="Late"/>
/// says that it was recorded long after posting: processed, not answered. <paramref name="Margin"/> is how far it was from being a report, where that is near
/// (see <see cref="Unsure.UnsureBox"/>).
/// </summary>
public sealed record MessageHeard(
    MessageId Message, GroupId Group, MemberId Member, SenderRole Role, ImmutableArray<EnterpriseId> Firms, string Way, MessageType Type,
    VerdictKind Kind, bool Command, CaseId? Case, MessageId? Quote, bool Late, string Digest, string? Why, ImmutableSortedDictionary<string, int> Rules, double? Margin = null) : IFact;

/// <summary>The same message was heard by another way; the first hearing counts.</summary>
public sealed record MessageCopied(MessageId Of, string Way) : IFact;

/// <summary>An input could not be decided; it waits for a person, and its neighbours went on.</summary>
public sealed record InputSetAside(InputId SetAside, string Code) : IFact;

/// <summary>
/// A case was made from a quotation whose message was never heard: the words stand as the quote of <paramref name="Message"/>. When the message
/// itself is heard later it joins.
/// </summary>
public sealed record QuoteFiled(CaseId Case, MessageId Message) : IFact;

/// <summary>A group that the roster does not know spoke for the first time; staff are asked.</summary>
public sealed record GroupMet(GroupId Group) : IFact;

/// <summary>A member that the roster does not know reported for the first time; staff are asked.</summary>
public sealed record StrangerMet(MemberId Member, GroupId Group, MessageId Message) : IFact;

/// <summary>A command is about to be obeyed: what it touches, so that it can be taken back as a whole.</summary>
public sealed record CommandObeyed(MessageId Message, MemberId By, string Verb, ImmutableArray<CaseId> Cases, ImmutableArray<EnterpriseId> Enterprises) : IFact;

/// <summary>A command was refused, with the code of the reason.</summary>
public sealed record CommandRefused(MessageId Message, MemberId By, string? Verb, string Code, CaseId? Case) : IFact;

/// <summary>A command of the backlog waits for confirmation instead of being obeyed.</summary>
public sealed record CommandListed(MessageId Message, MemberId By) : IFact;

/// <summary>
/// 撤销: the values that come back. A case without a value was opened by the command and is void now; a member without one is a stranger again.
/// </summary>
public sealed record CommandUndone(
    MessageId Message, MemberId By, InputId Undone, ImmutableArray<ReturnedCase> Cases, ImmutableArray<ReturnedResumption> Resumptions,
    ImmutableArray<ReturnedClaim> Claims) : IFact;

public sealed record ReturnedCase(CaseId Case, CaseState? Value);

public sealed record ReturnedResumption(EnterpriseId Enterprise, Resumption? Value);

public sealed record ReturnedClaim(MemberId Member, EnterpriseId? Value);

/// <summary>复工 or 停工: what an enterprise's resumption is from here on.</summary>
public sealed record ResumptionNoted(EnterpriseId Enterprise, bool Resumed, int? People, MessageId Message, MemberId By) : IFact;

/// <summary>
/// 加词: a word of the trade that the segmenter is not to cut apart from here on. Vocabulary, like the names in a roster, and no speech: it stands in the fact itself.
/// </summary>
public sealed record WordAdded(string Word, MessageId Message, MemberId By) : IFact;

/// <summary>删词: a word that was added is none any more.</summary>
public sealed record WordRemoved(string Word, MessageId Message, MemberId By) : IFact;

/// <summary>A rule document took effect. <paramref name="Source"/> is the hash of the file as imported.</summary>
public sealed record RuleSet(string Kind, int Version, string Hash, string Source) : IFact;

/// <summary>A rule document was refused; the words of the input hold it.</summary>
public sealed record RuleRefused(string Kind, string Source, string Code) : IFact;

/// <summary>A post went out.</summary>
public sealed record PostDelivered(PostId Post, GroupId Group, ImmutableArray<CaseId> Cases, string Digest) : IFact;

/// <summary>A post was given up.</summary>
public sealed record PostFailed(PostId Post, GroupId Group, int ErrorCode, string Outcome) : IFact;

/// <summary>The way into a group is closed (robot removed or disabled, key invalid); its notices wait in the staff's list.</summary>
public sealed record WayClosed(GroupId Group, int ErrorCode) : IFact;

/// <summary>A report day was cut and it adds up.</summary>
public sealed record DayCut(DayReport Report) : IFact;

/// <summary>A report day was cut and does not add up; these cases disagree.</summary>
public sealed record DayUnbalanced(DayReport Report, ImmutableArray<CaseId> Disagreeing) : IFact;
