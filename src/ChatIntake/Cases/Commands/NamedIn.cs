using System.Runtime.CompilerServices;
using ChatIntake.Roster;
using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Cases.Commands;

/// <summary>Finds the department or enterprise that words name first, by the longest name that begins there; what follows are remarks.</summary>
internal static class NamedIn
{
    private static readonly ConditionalWeakTable<DeskRoster, Names<Department>> Departments = [];
    private static readonly ConditionalWeakTable<DeskRoster, Names<Enterprise>> Enterprises = [];

    public static Department? Department(string words, DeskRoster roster) => Departments.GetValue(
        roster, r => new Names<Department>(r.Departments.Where(d => !d.Ended).SelectMany(d => d.ShortNames.Append(d.Name).Select(name => (d, name))))).First(words);

    public static Enterprise? Enterprise(string words, DeskRoster roster) => Enterprises.GetValue(
        roster, r => new Names<Enterprise>(r.Enterprises.Where(e => !e.Ended).SelectMany(e => e.Aliases.Append(e.Name).Select(name => (e, name))))).First(words);

    private sealed class Names<T> where T : class
    {
        private readonly List<T> items;
        private readonly NameFinder finder;

        public Names(IEnumerable<(T Item, string Name)> named)
        {
            var all = named.ToList();
            items = [.. all.Select(n => n.Item)];
            finder = new NameFinder([.. all.Select(n => n.Name)]);
        }

        public T? First(string words)
        {
            for (var at = 0; at < words.Length; at++)
                if (finder.Match(words, at, out _) is >= 0 and var found) return items[found];
            return null;
        }
    }
}
