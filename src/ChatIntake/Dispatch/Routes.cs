using System.Collections.Immutable;
using System.Text.Json;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Dispatch;

/// <summary>One row of the table: topic (a category or a topic of the second level) and place, null for any, to the leading department's key.</summary>
public sealed record Route(Topic Topic, string? Place, string Lead, ImmutableArray<string> Helpers);

/// <summary>Category × place to the department that leads (format <c>chatintake-routes</c> version 1, see <c>data/town/README.md</c>).</summary>
public sealed record Routes
{
    public static Routes Empty { get; } = new();

    public ImmutableArray<Route> Rows { get; init; } = [];

    /// <summary>The key of the department that takes what no row and no roster entry claims.</summary>
    public string? Fallback { get; init; }

    /// <summary>
    /// The department that leads: the narrowest row that fits (sub-category and place, sub-category, category and place, category),
    /// then the roster's own word on who handles what, then the fallback; null where nobody does.
    /// </summary>
    public DepartmentId? Lead(Topic topic, string place, DeskRoster roster)
    {
        var category = new Topic(topic.Category);
        var row = Find(topic, place) ?? Find(topic, null) ?? Find(category, place) ?? Find(category, null);
        return (row is null ? null : ByKey(row.Lead, roster))
            ?? ByRoster(topic, place, roster)
            ?? (Fallback is null ? null : ByKey(Fallback, roster));
    }

    private Route? Find(Topic topic, string? place) =>
        place is { Length: 0 } ? null : Rows.FirstOrDefault(r => r.Topic == topic && r.Place == place);

    private static DepartmentId? ByKey(string key, DeskRoster roster) => roster.Departments.FirstOrDefault(d => !d.Ended && d.Key == key)?.Id;

    private static DepartmentId? ByRoster(Topic topic, string place, DeskRoster roster)
    {
        var able = roster.Departments.Where(d => !d.Ended && (d.Handles.Contains(topic) || d.Handles.Contains(new Topic(topic.Category)))).ToList();
        return (able.FirstOrDefault(d => d.Places.Contains(place)) ?? able.FirstOrDefault(d => d.Handles.Contains(topic)) ?? able.FirstOrDefault())?.Id;
    }

    /// <exception cref="RuleException">The document is not of the format.</exception>
    public static Routes Parse(string json)
    {
        RoutesFile? file;
        try { file = JsonSerializer.Deserialize<RoutesFile>(json, RuleJson.Options); }
        catch (JsonException e) { throw new RuleException($"派单目录读不懂:{e.Message}", e); }
        if (file is not { Format: "chatintake-routes", Version: 1 }) throw new RuleException("派单目录的 format 应为 chatintake-routes,version 应为 1");
        if (file.Routes.Any(r => r is null)) throw new RuleException("派单目录里有空行");
        var rows = file.Routes.Select(r => new Route(TopicOf(r), r.Place, r.Lead, [.. r.Helpers ?? []])).ToImmutableArray();
        var repeated = rows.GroupBy(r => (r.Topic, r.Place)).FirstOrDefault(g => g.Count() > 1);
        if (repeated is not null) throw new RuleException($"派单目录里“{repeated.Key.Topic}”和地点“{repeated.Key.Place ?? "不限"}”重复");
        return new Routes { Rows = rows, Fallback = file.Fallback };
    }

    private static Topic TopicOf(FileRoute route)
    {
        var category = TopicCatalogue.Find(route.Category) ?? throw new RuleException($"派单目录里的类别“{route.Category}”不存在");
        if (route.Sub is null) return category;
        return TopicCatalogue.Find(route.Sub) is { } sub && sub.Category == category.Code
            ? sub
            : throw new RuleException($"派单目录里的类别“{route.Category}/{route.Sub}”不存在");
    }

    private sealed record RoutesFile(string Format, int Version, IReadOnlyList<FileRoute> Routes, string? Fallback = null);

    private sealed record FileRoute(string Category, string Lead, string? Sub = null, string? Place = null, IReadOnlyList<string>? Helpers = null);
}
