using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>Words of a roster that the segmenter should not cut apart: names and nicknames of enterprises, places.</summary>
internal static class DomainWords
{
    public static IEnumerable<string> Of(DeskRoster roster) =>
        roster.Enterprises.Where(e => !e.Ended).SelectMany(e => e.Aliases.Append(e.Name).Append(e.Place))
            .Concat(roster.Departments.Where(d => !d.Ended).SelectMany(d => d.Places))
            .Where(word => word.Length >= 2).Distinct(StringComparer.Ordinal);
}
