using System.Collections.Frozen;
using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.Unsure;

namespace ChatIntake.Journal;

/// <summary>Every fact with the name and version under which it is stored. Names and meanings never change; a new shape is a new version.</summary>
public static class FactCatalogue
{
    private static readonly (string Name, int Version, Type Type)[] Rows =
    [
        ("rule.set", 1, typeof(RuleSet)),
        ("rule.refused", 1, typeof(RuleRefused)),
        ("message.heard", 1, typeof(MessageHeard)),
        ("message.copied", 1, typeof(MessageCopied)),
        ("input.set-aside", 1, typeof(InputSetAside)),
        ("quote.filed", 1, typeof(QuoteFiled)),
        ("group.met", 1, typeof(GroupMet)),
        ("stranger.met", 1, typeof(StrangerMet)),
        ("command.obeyed", 1, typeof(CommandObeyed)),
        ("command.refused", 1, typeof(CommandRefused)),
        ("command.listed", 1, typeof(CommandListed)),
        ("command.undone", 1, typeof(CommandUndone)),
        ("case.opened", 1, typeof(CaseOpened)),
        ("case.joined", 1, typeof(CaseJoined)),
        ("case.raised", 1, typeof(CaseRaised)),
        ("case.retimed", 1, typeof(CaseRetimed)),
        ("case.accepted", 1, typeof(CaseAccepted)),
        ("case.dispatched", 1, typeof(CaseDispatched)),
        ("case.signed", 1, typeof(CaseSigned)),
        ("case.answered", 1, typeof(CaseAnswered)),
        ("case.resolved", 1, typeof(CaseResolved)),
        ("case.confirmed", 1, typeof(CaseConfirmed)),
        ("case.withdrawn", 1, typeof(CaseWithdrawn)),
        ("case.refused", 1, typeof(CaseRefused)),
        ("case.urged", 1, typeof(CaseUrged)),
        ("case.escalated", 1, typeof(CaseEscalated)),
        ("case.claimed", 1, typeof(CaseClaimed)),
        ("case.refiled", 1, typeof(CaseRefiled)),
        ("case.parted", 1, typeof(CaseParted)),
        ("case.merged", 1, typeof(CaseMerged)),
        ("clock.missed", 1, typeof(ClockMissed)),
        ("resumption.noted", 1, typeof(ResumptionNoted)),
        ("word.added", 1, typeof(WordAdded)),
        ("word.removed", 1, typeof(WordRemoved)),
        ("unsure.listed", 1, typeof(UnsureListed)),
        ("unsure.settled", 1, typeof(UnsureSettled)),
        ("post.delivered", 1, typeof(PostDelivered)),
        ("post.failed", 1, typeof(PostFailed)),
        ("way.closed", 1, typeof(WayClosed)),
        ("day.cut", 1, typeof(DayCut)),
        ("day.unbalanced", 1, typeof(DayUnbalanced)),
    ];

    private static readonly FrozenDictionary<Type, (string, int)> Names = Rows.ToFrozenDictionary(r => r.Type, r => (r.Name, r.Version));

    private static readonly FrozenDictionary<(string, int), Type> Types = Rows.ToFrozenDictionary(r => (r.Name, r.Version), r => r.Type);

    /// <summary>All names and versions that this program writes and reads.</summary>
    public static IEnumerable<(string Name, int Version, Type Type)> All => Rows;

    internal static (string Name, int Version) NameOf(Type fact) => Names[fact];

    internal static Type? TypeOf(string name, int version) => Types.GetValueOrDefault((name, version));
}
