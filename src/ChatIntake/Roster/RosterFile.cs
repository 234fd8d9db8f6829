namespace ChatIntake.Roster;

/// <summary>A roster as written in its file (format <c>chatintake-roster</c> version 1, see <c>data/town/README.md</c>), checked.</summary>
public sealed record RosterFile
{
    public string DeskName { get; init; } = "企业服务专班";

    public string Level { get; init; } = "市";

    /// <summary>Parks and townships that records may name; null where the file does not say.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    public IReadOnlyList<FileEnterprise> Enterprises { get; init; } = [];

    public IReadOnlyList<FileDepartment> Departments { get; init; } = [];

    public IReadOnlyList<FileCommissioner> Commissioners { get; init; } = [];

    public IReadOnlyList<FilePerson> Bureau { get; init; } = [];

    public IReadOnlyList<FileLeader> Leaders { get; init; } = [];

    public IReadOnlyList<FilePerson> Others { get; init; } = [];

    public IReadOnlyList<FileGroup> Groups { get; init; } = [];

    /// <summary>Everybody named in the file.</summary>
    public IEnumerable<FilePerson> People => Enterprises.SelectMany(e => e.Members).Concat(Officials);

    /// <summary>Everybody who stands for no enterprise.</summary>
    internal IEnumerable<FilePerson> Officials =>
        Departments.SelectMany(d => d.Staff).Concat(Commissioners.Select(c => c.Person)).Concat(Bureau).Concat(Leaders.Select(l => l.Person)).Concat(Others);
}

/// <summary>A person; without a user id he or she is known only to players of transcripts, by the display name.</summary>
public sealed record FilePerson(string? User, string Display, string? Title = null, string? Phone = null, bool Head = false);

public sealed record FileEnterprise(
    string Key, string Name, IReadOnlyList<string> Aliases, string Tier, string Industry, string Place, string? Commissioner, string Resumption,
    int? Employees, IReadOnlyList<FilePerson> Members);

public sealed record FileDepartment(
    string Key, string Name, string Kind, IReadOnlyList<string> ShortNames, IReadOnlyList<string> Handles, IReadOnlyList<string> Places,
    IReadOnlyList<FilePerson> Staff);

public sealed record FileCommissioner(string Key, string Name, FilePerson Person, string Unit, DateOnly? From, DateOnly? To);

public sealed record FileLeader(FilePerson Person, string Level);

public sealed record FileGroup(string Key, string Name, GroupKind Kind, IReadOnlyList<OuterChat> Outer, string? Webhook);

/// <summary>A chat as a channel knows it.</summary>
public sealed record OuterChat(string Channel, string Account, string Chat);

/// <summary>What reading a file gave: the roster where there is no error, and every finding with its place in the file.</summary>
public sealed record RosterReading(RosterFile? File, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);
