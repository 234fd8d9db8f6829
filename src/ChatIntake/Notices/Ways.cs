using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Notices;

/// <summary>Which group an audience is reached in, and whom to mention there; null where no way leads to it.</summary>
internal static class Ways
{
    public static ListedGroup? Group(Audience audience, DeskRoster roster, Func<string, bool> has, Func<GroupId, bool> closed)
    {
        var group = audience.Kind == AudienceKind.Group
            ? roster.Index.Group(new GroupId(audience.Id))
            : roster.Groups.FirstOrDefault(g => g.Kind == GroupKind.Staff);
        return group?.Webhook is { } way && has(way) && !closed(group.Id) ? group : null;
    }

    public static IEnumerable<MemberId> Mentions(NoticeRow notice, DeskRoster roster) => notice.Audience.Kind switch
    {
        AudienceKind.Department => roster.Index.Department(new DepartmentId(notice.Audience.Id))?.Staff ?? [],
        AudienceKind.Person => [new MemberId(notice.Audience.Id)],
        AudienceKind.Level when notice.Args.Level is { } level => Escalation.Levels.People(level, notice.Args.Department ?? notice.Args.About?.Lead, roster),
        AudienceKind.Group when notice.Args.Member is { } asker && notice.Pace == Pace.Now => [asker],
        _ => [],
    };
}
