using ChatIntake.Cases;
using ChatIntake.Cases.Commands;
using ChatIntake.Triage;

namespace ChatIntake.Roster;

/// <summary>What of a case somebody wants to see.</summary>
public enum CaseAspect
{
    /// <summary>That it exists: number, stage and category.</summary>
    State,

    /// <summary>Whose it is, what was said and what was answered.</summary>
    Content,
}

/// <summary>
/// The one function of rights. Commands, lists, notices and reports ask it; a place is asked about as the least entitled of its readers.
/// </summary>
public static class Rights
{
    /// <summary>Whether <paramref name="actor"/> may give the command, about this case where there is one.</summary>
    public static bool MayCommand(Actor actor, Verb verb, CaseState? about) => actor.Role switch
    {
        SenderRole.Bureau => true,
        // Words are rules for everybody, so they are the bureau's, as is what triage learns.
        _ when verb is Verb.AddWord or Verb.RemoveWord or Verb.Pass => false,
        SenderRole.Leader => verb is Verb.Urge or Verb.Escalate or Verb.Answer or Verb.Query or Verb.Why or Verb.ToDo or Verb.Undo or Verb.Help,
        SenderRole.Commissioner => verb is Verb.Why or Verb.ToDo or Verb.Undo or Verb.Help or Verb.Register or Verb.Urge or Verb.Resume or Verb.Stop || OfMyFirms(actor, about),
        SenderRole.Department => verb is Verb.Why or Verb.ToDo or Verb.Undo or Verb.Help or Verb.Register || (verb is Verb.Sign or Verb.Answer or Verb.Resolve or Verb.Query && Leads(actor, about)),
        SenderRole.Enterprise => verb is Verb.Why or Verb.Help || (verb is Verb.Query && about?.Enterprise is { } firm && actor.Firms.Contains(firm)),
        _ => verb is Verb.Help,
    };

    /// <summary>The parts of the case that a command of <paramref name="actor"/> is about: a department's own, everybody else's all.</summary>
    public static IEnumerable<CasePart> PartsFor(Actor actor, CaseState about) =>
        actor.Role == SenderRole.Department ? about.Parts.Where(p => Leads(actor, p)) : about.Parts;

    /// <summary>Whether <paramref name="actor"/> may see this of the case.</summary>
    public static bool MaySee(Actor actor, CaseAspect what, CaseState about) => actor.Role switch
    {
        SenderRole.Bureau or SenderRole.Leader => true,
        SenderRole.Commissioner => what == CaseAspect.State || OfMyFirms(actor, about),
        SenderRole.Department => what == CaseAspect.State || Leads(actor, about),
        SenderRole.Enterprise => (what == CaseAspect.State && !Confidential(about.Parts.Select(p => p.Topic))) || (about.Enterprise is { } firm && actor.Firms.Contains(firm)),
        _ => false,
    };

    /// <summary>
    /// Whether a post in such a group may show this of the case: every member reads it. Number and state are public; content only in the group where the case was
    /// reported, and that of a case about money nowhere among enterprises.
    /// </summary>
    public static bool MayShow(GroupKind place, bool ownGroup, CaseAspect what, IEnumerable<Topic> topics) =>
        place == GroupKind.Staff || what == CaseAspect.State || (ownGroup && !Confidential(topics));

    private static bool Confidential(IEnumerable<Topic> topics) => topics.Any(t => t.Category == "funds");

    private static bool Leads(Actor actor, CaseState? about) => about is not null && about.Parts.Any(p => Leads(actor, p));

    private static bool Leads(Actor actor, CasePart part) => part.Lead is { } lead && actor.Departments.Contains(lead);

    // Where no firms are listed for a commissioner, any case may be his.
    private static bool OfMyFirms(Actor actor, CaseState? about) =>
        about is not null && (actor.Stationed.Count == 0 || about.Enterprise is not { } firm || actor.Stationed.Contains(firm));
}
