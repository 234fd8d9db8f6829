using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>What the group speaks of: reports of other enterprises close by lend their topic to one that names none.</summary>
internal static class Neighbourhood
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(20);

    /// <summary>The topic of the newest report of another enterprise in the group, or null.</summary>
    internal static Topic? Topic(Occasion occasion)
    {
        var report = occasion.Backwards(Window).FirstOrDefault(m =>
            m.Kind == VerdictKind.Report && m.Role == SenderRole.Enterprise && m.Case is not null && m.Sender != occasion.Message.Sender);
        return occasion.Scene.Cases.FirstOrDefault(c => c.Id == report?.Case)?.Topics[0];
    }
}
