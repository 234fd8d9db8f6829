using System.Runtime.CompilerServices;
using ChatIntake.Roster;
using ChatIntake.Segmentation.Entities;
using ChatIntake.Triage;

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

    /// <summary>
    /// The sub-category, or else the category, that words name first. Part of a name will do where it is part of one only: 贷款 is 贷款融资. Null where nothing, or
    /// more than one thing, is named so.
    /// </summary>
    public static Topic? Topic(string words)
    {
        var names = TopicCatalogue.Topics.Select(t => (Topic: t, Name: TopicCatalogue.SubName(t)!)).Concat(TopicCatalogue.Categories.Select(c => (Topic: new Topic(c), Name: TopicCatalogue.CategoryName(new Topic(c))))).ToList();
        var whole = names.Where(n => words.Contains(n.Name, StringComparison.Ordinal)).ToList();
        if (whole.Count > 0) return whole[0].Topic;
        foreach (var word in words.Split([' ', '/', '、', ',', '，', '　', '#', ':'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 2 && char.IsLetter(w[0])))
            if (names.Where(n => n.Name.Contains(word, StringComparison.Ordinal)).ToList() is [var only]) return only.Topic;
        return null;
    }

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
