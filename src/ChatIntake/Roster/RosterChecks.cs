using ChatIntake.Triage;

namespace ChatIntake.Roster;

/// <summary>What must hold between the records of a roster file.</summary>
internal static class RosterChecks
{
    public static void Check(RosterFile file, List<string> errors)
    {
        Unique("企业 key", file.Enterprises.Select(e => e.Key), errors);
        Unique("企业名称", file.Enterprises.Select(e => e.Name), errors);
        Unique("企业简称", file.Enterprises.SelectMany(e => e.Aliases.Append(e.Name).Distinct()), errors);
        Unique("责任单位 key", file.Departments.Select(d => d.Key), errors);
        Unique("责任单位名称", file.Departments.SelectMany(d => d.ShortNames.Append(d.Name).Distinct()), errors);
        Unique("特派员 key", file.Commissioners.Select(c => c.Key), errors);
        Unique("群 key", file.Groups.Select(g => g.Key), errors);
        Unique("群名称", file.Groups.Select(g => g.Name), errors);
        Unique("群外部地址", file.Groups.SelectMany(g => g.Outer).Select(o => $"{o.Channel}/{o.Account}/{o.Chat}"), errors);
        Unique("places 里的", file.Places ?? [], errors);
        Unique("责任单位分管的地点", file.Departments.SelectMany(d => d.Places.Distinct()), errors);
        People(file, errors);
        if (file.Groups.Count(g => g.Kind == GroupKind.Staff) > 1) errors.Add("只能有一个工作群(kind 为 staff)");
        References(file, errors);
        foreach (var commissioner in file.Commissioners)
            if (commissioner.To < commissioner.From) errors.Add($"特派员“{commissioner.Name}”的结束日期早于开始日期");
    }

    private static void References(RosterFile file, List<string> errors)
    {
        var commissioners = file.Commissioners.SelectMany(c => new[] { c.Key, c.Name }).ToHashSet(StringComparer.Ordinal);
        foreach (var enterprise in file.Enterprises)
        {
            if (enterprise.Commissioner is { Length: > 0 } who && !commissioners.Contains(who)) errors.Add($"企业“{enterprise.Name}”的特派员“{who}”不在名单里");
            if (enterprise.Place.Length > 0 && file.Places?.Contains(enterprise.Place) == false)
                errors.Add($"企业“{enterprise.Name}”的地点“{enterprise.Place}”不在 places 里");
        }
        foreach (var department in file.Departments)
        {
            foreach (var topic in department.Handles.Where(t => TopicCatalogue.Find(t) is null)) errors.Add($"责任单位“{department.Name}”的类别“{topic}”不存在");
            foreach (var place in department.Places.Where(p => file.Places?.Contains(p) == false)) errors.Add($"责任单位“{department.Name}”的地点“{place}”不在 places 里");
        }
    }

    private static void Unique(string what, IEnumerable<string> values, List<string> errors)
    {
        foreach (var repeated in values.Where(v => v.Length > 0).GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1))
            errors.Add($"{what}“{repeated.Key}”出现了 {repeated.Count()} 次");
    }

    // One person may speak for several firms, with the same name, title and phone in each; any other user id stands in the file once.
    private static void People(RosterFile file, List<string> errors)
    {
        var listed = file.Enterprises.SelectMany(e => e.Members.Select(m => (Person: m, Firm: (string?)e.Key))).Concat(file.Officials.Select(p => (Person: p, Firm: (string?)null)));
        foreach (var user in listed.Where(t => t.Person.User is not null).GroupBy(t => t.Person.User!, StringComparer.Ordinal).Where(g => g.Count() > 1))
            if (user.Any(t => t.Firm is null) || user.Select(t => t.Firm).Distinct().Count() < user.Count()) errors.Add($"用户“{user.Key}”出现了 {user.Count()} 次");
            else if (user.Select(t => t.Person).Distinct().Count() > 1) errors.Add($"用户“{user.Key}”在各企业的显示名、职务或电话不一致");
    }
}
