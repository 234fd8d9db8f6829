using ChatIntake.Chat;

namespace ChatIntake.Roster;

/// <summary>Look-ups over one version of the roster.</summary>
public sealed class RosterIndex
{
    private readonly Dictionary<MemberId, SenderRole> roles = [];
    private readonly Dictionary<MemberId, List<EnterpriseId>> firms = [];
    private readonly Dictionary<MemberId, List<DepartmentId>> departments = [];
    private readonly Dictionary<EnterpriseId, Enterprise> enterprises;
    private readonly Dictionary<DepartmentId, Department> departmentById;
    private readonly Dictionary<GroupId, ListedGroup> groups;
    private readonly Dictionary<MemberId, List<Commissioner>> commissioners = [];

    internal RosterIndex(DeskRoster roster)
    {
        enterprises = roster.Enterprises.ToDictionary(e => e.Id);
        departmentById = roster.Departments.ToDictionary(d => d.Id);
        groups = roster.Groups.ToDictionary(g => g.Id);
        foreach (var other in roster.Others) roles[other] = SenderRole.Other;
        foreach (var enterprise in roster.Enterprises.Where(e => !e.Ended))
            foreach (var member in enterprise.Members)
            {
                roles[member] = SenderRole.Enterprise;
                Add(firms, member, enterprise.Id);
            }
        foreach (var department in roster.Departments.Where(d => !d.Ended))
            foreach (var member in department.Staff)
            {
                roles[member] = SenderRole.Department;
                Add(departments, member, department.Id);
            }
        foreach (var commissioner in roster.Commissioners.Where(c => !c.Ended)) Add(commissioners, commissioner.Member, commissioner);
        foreach (var leader in roster.Leaders) roles[leader.Member] = SenderRole.Leader;
        foreach (var member in roster.Bureau) roles[member] = SenderRole.Bureau;
    }

    /// <summary>What the member is on <paramref name="day"/>; <see cref="SenderRole.Other"/> for strangers.</summary>
    public SenderRole Role(MemberId member, DateOnly day)
    {
        var listed = roles.GetValueOrDefault(member, SenderRole.Other);
        return listed > SenderRole.Commissioner && Stationed(member, day) is not null ? SenderRole.Commissioner : listed;
    }

    /// <summary>Whether the roster names the member at all.</summary>
    public bool Knows(MemberId member) => roles.ContainsKey(member) || commissioners.ContainsKey(member);

    /// <summary>The firms that the member speaks for.</summary>
    public IReadOnlyList<EnterpriseId> Firms(MemberId member) => firms.TryGetValue(member, out var list) ? list : [];

    /// <summary>The departments that the member belongs to.</summary>
    public IReadOnlyList<DepartmentId> Departments(MemberId member) => departments.TryGetValue(member, out var list) ? list : [];

    /// <summary>The firms at which the member is stationed as commissioner on <paramref name="day"/>; null where he or she is none then.</summary>
    public IReadOnlyList<EnterpriseId>? Stationed(MemberId member, DateOnly day)
    {
        if (!commissioners.TryGetValue(member, out var posts)) return null;
        var now = posts.Where(c => !(day < c.From) && !(day > c.To)).ToList();
        return now.Count == 0 ? null : [.. now.SelectMany(c => c.Enterprises)];
    }

    public Enterprise? Enterprise(EnterpriseId id) => enterprises.GetValueOrDefault(id);

    public Department? Department(DepartmentId id) => departmentById.GetValueOrDefault(id);

    public ListedGroup? Group(GroupId id) => groups.GetValueOrDefault(id);

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> map, TKey key, TValue value) where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        list.Add(value);
    }
}
