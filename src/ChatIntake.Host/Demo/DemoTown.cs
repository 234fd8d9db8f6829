using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatIntake.Roster;
using ChatIntake.Simulator;

namespace ChatIntake.Host.Demo;

/// <summary>
/// A roster made fit for the demo: people known by display name only get it as their user id, chats of the transcript that it does not list are listed with a robot, and a
/// staff group is there.
/// </summary>
internal sealed class DemoTown
{
    private const string StaffKey = "demo-staff";
    private const string StaffName = "专班工作群";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private DemoTown(string roster, RosterFile file)
    {
        Roster = roster;
        Groups = [.. file.Groups.SelectMany(g => g.Outer.Take(1).Select(o => new SimulatedGroup(o.Chat, g.Name, g.Webhook)))];
        Users = [.. file.People.DistinctBy(p => p.User).Select(p => new SimulatedUser(p.User!, p.Display))];
    }

    /// <summary>The roster as it is imported.</summary>
    public string Roster { get; }

    public IReadOnlyList<SimulatedGroup> Groups { get; }

    public IReadOnlyList<SimulatedUser> Users { get; }

    /// <exception cref="InvalidDataException">The roster has mistakes; the message lists them.</exception>
    public static DemoTown From(string roster, string corp, IEnumerable<string> chats)
    {
        var root = (roster.Trim().Length == 0 ? new JsonObject() : JsonNode.Parse(roster, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }))
            as JsonObject ?? throw new InvalidDataException("花名册应为一个 JSON 对象");
        foreach (var enterprise in Objects(root["enterprises"])) NamePeople(enterprise["members"]);
        foreach (var department in Objects(root["departments"])) NamePeople(department["staff"]);
        NamePeople(root["bureau"]);
        NamePeople(root["others"]);
        foreach (var commissioner in Objects(root["commissioners"])) commissioner["user"] ??= (commissioner["display"] ?? commissioner["name"])?.DeepClone();
        ListGroups(root, corp, chats);
        var text = root.ToJsonString(Json);
        var reading = RosterFileReader.Read(text);
        return reading.File is { } file ? new DemoTown(text, file) : throw new InvalidDataException(string.Join("\n", reading.Errors));
    }

    private static void NamePeople(JsonNode? people)
    {
        if (people is not JsonArray list) return;
        for (var i = 0; i < list.Count; i++)
            if (list[i] is JsonValue value && value.TryGetValue<string>(out var display)) list[i] = new JsonObject { ["user"] = display, ["display"] = display };
    }

    private static void ListGroups(JsonObject root, string corp, IEnumerable<string> chats)
    {
        if (root["groups"] is not JsonArray groups) root["groups"] = groups = [];
        var known = Objects(groups).Select(g => g["name"]?.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var number = 0;
        foreach (var chat in chats.Where(c => !known.Contains(c) && c != StaffName)) groups.Add(Group($"demo-{++number}", chat, "enterprise", corp));
        if (!Objects(groups).Any(g => g["kind"]?.GetValue<string>() == "staff")) groups.Add(Group(StaffKey, StaffName, "staff", corp));
    }

    private static JsonObject Group(string key, string name, string kind, string corp) => new()
    {
        ["key"] = key, ["name"] = name, ["kind"] = kind, ["webhook"] = key,
        ["outer"] = new JsonArray(new JsonObject { ["channel"] = "wecom", ["account"] = corp, ["chat"] = "wr-" + key }),
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();
}
