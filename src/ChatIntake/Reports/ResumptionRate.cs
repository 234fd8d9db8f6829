using System.Collections.Immutable;
using ChatIntake.Desk;
using ChatIntake.Roster;

namespace ChatIntake.Reports;

/// <summary>Resumed of listed enterprises, by tier: what was said in the groups, and where nothing was said, the roster.</summary>
internal static class ResumptionRate
{
    private static readonly string[] Tiers = ["重点", "规上", "其他"];

    public static ImmutableArray<TierResumption> Of(DeskState state, DeskRoster roster) =>
    [
        .. Tiers.Select(tier => (tier, listed: roster.Enterprises.Where(e => !e.Ended && e.Tier == tier).ToList())).Where(t => t.listed.Count > 0)
            .Select(t => new TierResumption(t.tier, t.listed.Count(e => Resumed(state, e)), t.listed.Count)),
    ];

    private static bool Resumed(DeskState state, Enterprise enterprise) =>
        state.Resumptions.TryGetValue(enterprise.Id.Value, out var said) ? said.Resumed : enterprise.Resumption is "已复工" or "满产";
}
