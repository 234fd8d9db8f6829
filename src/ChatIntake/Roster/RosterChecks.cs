using ChatIntake.Triage;

namespace ChatIntake.Roster;

/// <summary>What must hold between the records of a roster file.</summary>
internal static class RosterChecks
{
    public static void Check(RosterFile file, IReadOnlyList<string> places, List<string> errors)
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
        OneNameEach(file, errors);
        if (file.Groups.Count(g => g.Kind == GroupKind.Staff) > 1) errors.Add("只能有一个工作群(kind 为 staff)");

        var commissioners = file.Commissioners.SelectMany(c => new[] { c.Key, c.Name }).ToHashSet(StringComparer.Ordinal);
        foreach (var enterprise in file.Enterprises)
        {
            if (enterprise.Commissioner is { } who && !commissioners.Contains(who)) errors.Add($"企业“{enterprise.Name}”的特派员“{who}”不在名单里");
            if (places.Count > 0 && enterprise.Place.Length > 0 && !places.Contains(enterprise.Place))
                errors.Add($"企业“{enterprise.Name}”的地点“{enterprise.Place}”不在 places 里");
        }
        foreach (var department in file.Departments)
            foreach (var topic in department.Handles)
                if (TopicCatalogue.Find(topic) is null) errors.Add($"责任单位“{department.Name}”的类别“{topic}”不存在");
        foreach (var commissioner in file.Commissioners)
            if (commissioner.To < commissioner.From) errors.Add($"特派员“{commissioner.Name}”的结束日期早于开始日期");
    }

    private static void Unique(string what, IEnumerable<string> values, List<string> errors)
    {
        foreach (var repeated in values.Where(v => v.Length > 0).GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1))
            errors.Add($"{what}“{repeated.Key}”出现了 {repeated.Count()} 次");
    }

    // One person may speak for several firms, but is one person: the same user id always has the same name.
    private static void OneNameEach(RosterFile file, List<string> errors)
    {
        foreach (var person in file.People.Where(p => p.User is not null).GroupBy(p => p.User!, StringComparer.Ordinal))
            if (person.Select(p => p.Display).Distinct(StringComparer.Ordinal).Count() > 1) errors.Add($"用户“{person.Key}”有不同的显示名");
    }
}
