using System.Text.Json;

namespace ChatIntake.Roster;

/// <summary>Reads a roster file: all errors at once, each with its place; the smaller form with bare names is read as well.</summary>
public static class RosterFileReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static RosterReading Read(string json)
    {
        var errors = new List<string>();
        var warnings = new List<string>();
        JsonDocument document;
        try { document = JsonDocument.Parse(json, Lenient); }
        catch (JsonException e) { return new RosterReading(null, [$"不是有效的 JSON:第 {e.LineNumber + 1} 行附近"], []); }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object) return new RosterReading(null, ["花名册应为一个 JSON 对象"], []);
            var root = new JsonRecord(document.RootElement, "花名册", errors, warnings);
            var file = ReadRoot(root);
            root.WarnOfRest();
            RosterChecks.Check(file, errors);
            return new RosterReading(errors.Count == 0 ? file : null, errors, warnings);
        }
    }

    private static RosterFile ReadRoot(JsonRecord root)
    {
        root.Choice("format", "chatintake-roster", "chatintake-roster");
        root.Is("version", 1);
        var desk = root.Object("desk");
        var file = new RosterFile
        {
            DeskName = desk?.Required("name") ?? "企业服务专班",
            Level = desk?.Choice("level", "县", "县", "市", "州", "省") ?? "市",
            // The smaller form, which has no format, names no places: there they are what the enterprises say.
            Places = root.Has("format") || root.Has("places") ? root.Texts("places") : null,
            Enterprises = root.Objects("enterprises", ReadEnterprise),
            Departments = root.Objects("departments", ReadDepartment),
            Commissioners = root.Objects("commissioners", ReadCommissioner),
            Bureau = root.Objects("bureau", ReadPerson, Bare),
            Leaders = root.Objects("leaders", r => new FileLeader(ReadPerson(r), r.Choice("level", "市", "县", "市", "州", "省"))),
            Others = root.Objects("others", ReadPerson, Bare),
            Groups = root.Objects("groups", ReadGroup),
        };
        desk?.WarnOfRest();
        return file;
    }

    private static FileEnterprise ReadEnterprise(JsonRecord r)
    {
        var name = r.Required("name");
        return new FileEnterprise(
            Key(r, name), name, r.Texts("aliases"), r.Choice("tier", "其他", "重点", "规上", "其他"), r.Text("industry") ?? "", r.Text("place") ?? "",
            r.Text("commissioner"), r.Choice("resumption", "停工", "停工", "已申请", "已批准", "已复工", "满产"), r.Number("employees"),
            r.Objects("members", ReadPerson, Bare));
    }

    private static FileDepartment ReadDepartment(JsonRecord r)
    {
        var name = r.Required("name");
        return new FileDepartment(
            Key(r, name), name, r.Choice("kind", "部门", "部门", "乡镇街道", "园区", "企业化单位"), r.Texts("short"), r.Texts("handles"), r.Texts("places"),
            r.Objects("staff", ReadPerson, Bare));
    }

    private static FileCommissioner ReadCommissioner(JsonRecord r)
    {
        var name = r.Required("name");
        var display = r.Text("display") is { Length: > 0 } text ? text : name;
        return new FileCommissioner(
            Key(r, name), name, new FilePerson(r.Text("user"), display, null, r.Text("phone")), r.Text("unit") ?? "", r.Date("from"), r.Date("to"));
    }

    private static FileGroup ReadGroup(JsonRecord r)
    {
        var name = r.Required("name");
        var kind = r.Choice("kind", "enterprise", "enterprise", "staff") == "staff" ? GroupKind.Staff : GroupKind.Enterprise;
        return new FileGroup(
            Key(r, name), name, kind, r.Objects("outer", o => new OuterChat(o.Required("channel"), o.Required("account"), o.Required("chat"))),
            r.Text("webhook"));
    }

    private static FilePerson ReadPerson(JsonRecord r) =>
        new(r.Required("user"), r.Required("display"), r.Text("title"), r.Text("phone"), r.Flag("head"));

    private static FilePerson Bare(string display) => new(null, display);

    private static string Key(JsonRecord r, string name) => r.Text("key") is { Length: > 0 } key ? key : name;
}
