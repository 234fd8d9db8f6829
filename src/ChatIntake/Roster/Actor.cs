using ChatIntake.Chat;

namespace ChatIntake.Roster;

/// <summary>A member with all that rights ask about, as of one day.</summary>
public sealed record Actor
{
    public required MemberId Member { get; init; }

    public required SenderRole Role { get; init; }

    public IReadOnlyList<EnterpriseId> Firms { get; init; } = [];

    public IReadOnlyList<DepartmentId> Departments { get; init; } = [];

    /// <summary>Firms at which a commissioner is stationed; empty for a commissioner whose firms nobody listed.</summary>
    public IReadOnlyList<EnterpriseId> Stationed { get; init; } = [];

    /// <summary>The member by the roster, with the firm for which staff claimed a stranger.</summary>
    public static Actor Of(MemberId member, DateOnly day, DeskRoster roster, EnterpriseId? claimed)
    {
        var role = roster.Index.Role(member, day);
        // The roster's own word ends what staff once said of a stranger.
        if (roster.Index.Knows(member)) claimed = null;
        return new Actor
        {
            Member = member,
            Role = role == SenderRole.Other && claimed is not null ? SenderRole.Enterprise : role,
            Firms = claimed is { } firm ? [.. roster.Index.Firms(member), firm] : roster.Index.Firms(member),
            Departments = roster.Index.Departments(member),
            Stationed = roster.Index.Stationed(member, day) ?? [],
        };
    }
}
