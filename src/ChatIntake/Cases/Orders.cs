using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Notices;

namespace ChatIntake.Cases;

/// <summary>The work orders (派工单) of a case: parts that wait for a department's signature or are in its hands.</summary>
internal static class Orders
{
    /// <summary>A department learns of an order that is no longer its own: given to another, ended, or taken back. Who did it himself knows.</summary>
    public static void TellWithdrawn(Deciding d, CaseId id, CaseState? before, IReadOnlyList<DepartmentId> own)
    {
        if (before is null || d.State.Case(id) is not { } after) return;
        foreach (var lead in Of(before).Except(Of(after)).Except(own))
            d.Tell(Audience.Of(lead), "order.withdrawn", new NoticeArgs { Case = id, Department = lead, Stage = after.Open ? null : after.Stage }, Pace.Now);
    }

    private static IEnumerable<DepartmentId> Of(CaseState about) =>
        about.Parts.Where(p => p.Stage is Stage.AwaitingSignature or Stage.InHand).Select(p => p.Lead).OfType<DepartmentId>();
}
