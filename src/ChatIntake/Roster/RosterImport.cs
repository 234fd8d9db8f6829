using ChatIntake.Chat;
using ChatIntake.Triage;

namespace ChatIntake.Roster;

/// <summary>Ids that the installation allotted to the outer addresses of a roster file.</summary>
public sealed record RosterAddresses(IReadOnlyDictionary<string, MemberId> ByPerson, IReadOnlyDictionary<string, GroupId> ByGroup)
{
    /// <summary>How a person of the file is named in <see cref="ByPerson"/>: by user id, or by display name where there is none.</summary>
    public static string NameOf(FilePerson person) => person.User is { Length: > 0 } user ? "user:" + user : "display:" + person.Display;
}

/// <summary>What is to be kept of a person, with the words.</summary>
public sealed record PersonWords(MemberId Member, string Display, string? Title, string? Phone);

/// <summary>
/// Makes a file the desk's roster: keys keep the ids they have, new keys get the next ones, vanished entries stay as ended.
/// </summary>
public static class RosterImport
{
    public static (DeskRoster Roster, IReadOnlyList<PersonWords> People) Merge(DeskRoster current, RosterFile file, RosterAddresses addresses)
    {
        var enterprises = MergeEnterprises(current, file, addresses);
        var idByKey = enterprises.Where(e => !e.Ended).ToDictionary(e => e.Key, e => e.Id, StringComparer.Ordinal);
        var roster = new DeskRoster
        {
            DeskName = file.DeskName,
            Level = file.Level,
            Enterprises = enterprises,
            Departments = MergeDepartments(current, file, addresses),
            Commissioners = MergeCommissioners(current, file, addresses, idByKey),
            Bureau = Members(file.Bureau, addresses),
            Leaders = [.. file.Leaders.Where(l => Member(l.Person, addresses) is not null).Select(l => new Leader(Member(l.Person, addresses)!.Value, l.Level))],
            Others = Members(file.Others, addresses),
            Groups = [.. file.Groups.Where(g => addresses.ByGroup.ContainsKey(g.Key)).Select(g => new ListedGroup
            {
                Id = addresses.ByGroup[g.Key], Key = g.Key, Name = g.Name, Kind = g.Kind, Webhook = g.Webhook,
            })],
        };
        var people = file.People.Where(p => Member(p, addresses) is not null)
            .Select(p => new PersonWords(Member(p, addresses)!.Value, p.Display, p.Title, p.Phone)).DistinctBy(p => p.Member).ToList();
        return (roster, people);
    }

    private static List<Enterprise> MergeEnterprises(DeskRoster current, RosterFile file, RosterAddresses addresses)
    {
        var known = current.Enterprises.ToDictionary(e => e.Key, StringComparer.Ordinal);
        var next = current.Enterprises.Count == 0 ? 1 : current.Enterprises.Max(e => e.Id.Value) + 1;
        var merged = file.Enterprises.Select(e => new Enterprise
        {
            Id = known.TryGetValue(e.Key, out var was) ? was.Id : new EnterpriseId(next++),
            Key = e.Key,
            Name = e.Name,
            Aliases = e.Aliases,
            Tier = e.Tier,
            Industry = e.Industry,
            Place = e.Place,
            Resumption = e.Resumption,
            Employees = e.Employees,
            Members = Members(e.Members, addresses),
        }).ToList();
        var kept = merged.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        merged.AddRange(current.Enterprises.Where(e => !kept.Contains(e.Key)).Select(e => e with { Ended = true }));
        return merged;
    }

    private static List<Department> MergeDepartments(DeskRoster current, RosterFile file, RosterAddresses addresses)
    {
        var known = current.Departments.ToDictionary(d => d.Key, StringComparer.Ordinal);
        var next = current.Departments.Count == 0 ? 1 : current.Departments.Max(d => d.Id.Value) + 1;
        var merged = file.Departments.Select(d => new Department
        {
            Id = known.TryGetValue(d.Key, out var was) ? was.Id : new DepartmentId(next++),
            Key = d.Key,
            Name = d.Name,
            Kind = d.Kind,
            ShortNames = d.ShortNames,
            Handles = [.. d.Handles.Select(TopicCatalogue.Find).OfType<Topic>()],
            Places = d.Places,
            Staff = Members(d.Staff, addresses),
            Heads = Members(d.Staff.Where(p => p.Head), addresses),
        }).ToList();
        var kept = merged.Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        merged.AddRange(current.Departments.Where(d => !kept.Contains(d.Key)).Select(d => d with { Ended = true }));
        return merged;
    }

    private static List<Commissioner> MergeCommissioners(
        DeskRoster current, RosterFile file, RosterAddresses addresses, Dictionary<string, EnterpriseId> enterprises)
    {
        var merged = file.Commissioners.Where(c => Member(c.Person, addresses) is not null).Select(c => new Commissioner
        {
            Key = KeyOf(c, Member(c.Person, addresses)!.Value),
            Member = Member(c.Person, addresses)!.Value,
            Unit = c.Unit,
            From = c.From,
            To = c.To,
            Enterprises = [.. file.Enterprises.Where(e => e.Commissioner == c.Key || e.Commissioner == c.Name).Select(e => enterprises[e.Key])],
        }).ToList();
        var kept = merged.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        merged.AddRange(current.Commissioners.Where(c => !kept.Contains(c.Key)).Select(c => c with { Ended = true }));
        return merged;
    }

    // Where the file gives no key the name serves as one; the name of a person stays out of the rules, so the member's number stands for it.
    private static string KeyOf(FileCommissioner commissioner, MemberId member) => commissioner.Key == commissioner.Name ? $"member:{member.Value}" : commissioner.Key;

    private static List<MemberId> Members(IEnumerable<FilePerson> people, RosterAddresses addresses) =>
        [.. people.Select(p => Member(p, addresses)).OfType<MemberId>()];

    private static MemberId? Member(FilePerson person, RosterAddresses addresses) =>
        addresses.ByPerson.TryGetValue(RosterAddresses.NameOf(person), out var id) ? id : null;
}
