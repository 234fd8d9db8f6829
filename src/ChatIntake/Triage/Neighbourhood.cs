using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>What the group speaks of: reports of other enterprises close by lend their topic to one that names none.</summary>
internal static class Neighbourhood
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(20);

    /// <summary>The topic of the newest report of another enterprise in the group, or null.</summary>
    internal static Topic? Topic(Occasion occasion)
    {
        foreach (var past in occasion.Recent)
        {
            if (occasion.Since(past.PostedAt) > Window) break;
            if (past is { Kind: VerdictKind.Report, Role: SenderRole.Enterprise, Case: { } about } && past.Sender != occasion.Message.Sender)
                return occasion.Scene.Cases.FirstOrDefault(c => c.Id == about)?.Topics[0];
        }
        return null;
    }
}
