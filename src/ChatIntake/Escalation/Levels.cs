using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Escalation;

/// <summary>The levels to which a case can be raised: the desk, the head of the department, then leaders upwards.</summary>
public static class Levels
{
    /// <summary>The highest level for a desk of this roster.</summary>
    public static int Highest(DeskRoster roster) => Above(roster).Length + 1;

    /// <summary>The next level above <paramref name="level"/>, or null at the top.</summary>
    public static int? Next(int level, DeskRoster roster) => level < Highest(roster) ? level + 1 : null;

    /// <summary>The name of a level on screens.</summary>
    public static string Name(int level, DeskRoster roster) => level switch
    {
        0 => "专班",
        1 => "责任单位负责人",
        _ when level - 2 < Above(roster).Length => Above(roster)[level - 2] + "级领导",
        _ => "上级",
    };

    /// <summary>Who answers for a level: the heads of the department that leads, or the leaders; nobody for the desk itself.</summary>
    public static IEnumerable<MemberId> People(int level, DepartmentId? lead, DeskRoster roster) => level switch
    {
        1 => lead is { } department ? roster.Index.Department(department)?.Heads ?? [] : [],
        >= 2 when level - 2 < Above(roster).Length => roster.Leaders.Where(l => l.Level == Above(roster)[level - 2]).Select(l => l.Member),
        _ => [],
    };

    // 市 is a county-level city here, the same rung as 县: the desk's own leaders come first, then 州 and 省.
    private static string[] Above(DeskRoster roster) => roster.Level switch
    {
        "县" => ["县", "州", "省"],
        "州" => ["州", "省"],
        "省" => ["省"],
        _ => ["市", "州", "省"],
    };
}
