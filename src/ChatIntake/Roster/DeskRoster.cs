using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ChatIntake.Chat;
using ChatIntake.Triage;

namespace ChatIntake.Roster;

/// <summary>
/// The desk's roster as a rule: ids, keys, places, rights and dates. Names and phones of people are not in it; they lie
/// with the words. Entries that vanished from the imported file stay, marked ended.
/// </summary>
public sealed record DeskRoster
{
    // Beside the record, so that a copy made by `with` never carries the index of its origin.
    private static readonly ConditionalWeakTable<DeskRoster, RosterIndex> Indices = [];

    public static DeskRoster Empty { get; } = new();

    /// <summary>The desk's name on screens and in reports.</summary>
    public string DeskName { get; init; } = "企业服务专班";

    /// <summary>The level at which the desk works: 县, 市, 州 or 省.</summary>
    public string Level { get; init; } = "市";

    public IReadOnlyList<Enterprise> Enterprises { get; init; } = [];

    public IReadOnlyList<Department> Departments { get; init; } = [];

    public IReadOnlyList<Commissioner> Commissioners { get; init; } = [];

    public IReadOnlyList<MemberId> Bureau { get; init; } = [];

    public IReadOnlyList<Leader> Leaders { get; init; } = [];

    /// <summary>People and machines that are known and belong to none of the above, the bot itself included.</summary>
    public IReadOnlyList<MemberId> Others { get; init; } = [];

    public IReadOnlyList<ListedGroup> Groups { get; init; } = [];

    /// <summary>Look-ups over this version, built at first use.</summary>
    [JsonIgnore]
    public RosterIndex Index => Indices.GetValue(this, roster => new RosterIndex(roster));
}

/// <summary>A listed firm, project or social organisation.</summary>
public sealed record Enterprise
{
    public required EnterpriseId Id { get; init; }

    /// <summary>Stays the same through renames; the full name where the file gave none.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>重点, 规上 or 其他.</summary>
    public string Tier { get; init; } = "其他";

    public string Industry { get; init; } = "";

    /// <summary>Township or park.</summary>
    public string Place { get; init; } = "";

    /// <summary>Resumption at the time of the import: 停工, 已申请, 已批准, 已复工 or 满产; what is said later outranks it.</summary>
    public string Resumption { get; init; } = "停工";

    public int? Employees { get; init; }

    public IReadOnlyList<MemberId> Members { get; init; } = [];

    public bool Ended { get; init; }
}

/// <summary>A department, township, park or public company that handles cases.</summary>
public sealed record Department
{
    public required DepartmentId Id { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public string Kind { get; init; } = "部门";

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>Categories or topics that it leads where no route says otherwise.</summary>
    public IReadOnlyList<Topic> Handles { get; init; } = [];

    public IReadOnlyList<string> Places { get; init; } = [];

    public IReadOnlyList<MemberId> Staff { get; init; } = [];

    public IReadOnlyList<MemberId> Heads { get; init; } = [];

    public bool Ended { get; init; }
}

/// <summary>A cadre with the firms at which he or she is stationed, and since when.</summary>
public sealed record Commissioner
{
    /// <summary>The file's key; where there is none, one made of the member's id.</summary>
    public required string Key { get; init; }

    public required MemberId Member { get; init; }

    public string Unit { get; init; } = "";

    public IReadOnlyList<EnterpriseId> Enterprises { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool Ended { get; init; }
}

/// <summary>A leader with the level (县, 市, 州, 省) for which he or she answers.</summary>
public sealed record Leader(MemberId Member, string Level);

/// <summary>A group of the desk.</summary>
public sealed record ListedGroup
{
    public required GroupId Id { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public GroupKind Kind { get; init; }

    /// <summary>The name of the secret that holds the webhook key of the group's robot; null where the group has none.</summary>
    public string? Webhook { get; init; }
}

public enum GroupKind
{
    /// <summary>Heads of enterprises and staff together.</summary>
    Enterprise,

    /// <summary>Staff of the desk only.</summary>
    Staff,
}
