using ChatIntake.Roster;

namespace ChatIntake.Cases.Commands;

/// <summary>What somebody may do with a case as it stands.</summary>
internal static class LegalMoves
{
    public static IReadOnlyList<string> For(Actor actor, CaseState about) =>
    [
        .. CommandTable.Rows.Where(r => r.NeedsCase && (r.Legal.IsEmpty || Rights.PartsFor(actor, about).Any(p => r.Legal.Contains(p.Stage))))
            .Where(r => r.Verb != Verb.Claim || about.Enterprise is null)
            .Where(r => Rights.MayCommand(actor, r.Verb, about)).Select(r => r.Name),
    ];
}
