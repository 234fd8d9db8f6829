using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Cases.Commands;

/// <summary>Finds the department or enterprise that words name first, by the longest name that begins there; what follows are remarks.</summary>
internal static class NamedIn
{
    public static Department? Department(string words, DeskRoster roster) =>
        First(words, roster.Departments.Where(d => !d.Ended), d => d.ShortNames.Append(d.Name));

    public static Enterprise? Enterprise(string words, DeskRoster roster) =>
        First(words, roster.Enterprises.Where(e => !e.Ended), e => e.Aliases.Append(e.Name));

    private static T? First<T>(string words, IEnumerable<T> all, Func<T, IEnumerable<string>> names) where T : class
    {
        var folded = ChatText.Fold(words);
        return all.SelectMany(item => names(item).Select(name => (Item: item, Name: name, At: folded.IndexOf(ChatText.Fold(name), StringComparison.OrdinalIgnoreCase))))
            .Where(t => t.At >= 0 && t.Name.Length > 0).OrderBy(t => t.At).ThenByDescending(t => t.Name.Length).Select(t => t.Item).FirstOrDefault();
    }
}
