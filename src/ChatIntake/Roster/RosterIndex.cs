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
    private readonly Dictionary<MemberId, List<EnterpriseId>> stationed = [];

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
        foreach (var commissioner in roster.Commissioners.Where(c => !c.Ended))
        {
            roles[commissioner.Member] = SenderRole.Commissioner;
            foreach (var enterprise in commissioner.Enterprises) Add(stationed, commissioner.Member, enterprise);
        }
        foreach (var leader in roster.Leaders) roles[leader.Member] = SenderRole.Leader;
        foreach (var member in roster.Bureau) roles[member] = SenderRole.Bureau;
    }

    /// <summary>What the member is; <see cref="SenderRole.Other"/> for strangers.</summary>
    public SenderRole Role(MemberId member) => roles.GetValueOrDefault(member, SenderRole.Other);

    /// <summary>Whether the roster names the member at all.</summary>
    public bool Knows(MemberId member) => roles.ContainsKey(member);

    /// <summary>The firms that the member speaks for.</summary>
    public IReadOnlyList<EnterpriseId> Firms(MemberId member) => firms.TryGetValue(member, out var list) ? list : [];

    /// <summary>The departments that the member belongs to.</summary>
    public IReadOnlyList<DepartmentId> Departments(MemberId member) => departments.TryGetValue(member, out var list) ? list : [];

    /// <summary>The firms at which the member is stationed as commissioner.</summary>
    public IReadOnlyList<EnterpriseId> Stationed(MemberId member) => stationed.TryGetValue(member, out var list) ? list : [];

    public Enterprise? Enterprise(EnterpriseId id) => enterprises.GetValueOrDefault(id);

    public Department? Department(DepartmentId id) => departmentById.GetValueOrDefault(id);

    public ListedGroup? Group(GroupId id) => groups.GetValueOrDefault(id);

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> map, TKey key, TValue value) where TKey : notnull
    {
        if (!map.TryGetValue(key, out var list)) map[key] = list = [];
        list.Add(value);
    }
}
