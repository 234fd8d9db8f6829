using System.Runtime.CompilerServices;
using ChatIntake.Chat;
using ChatIntake.Roster;
using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Triage;

/// <summary>Finds the enterprises of a roster that a text names, by full name, alias or the name without its legal form.</summary>
internal sealed class FirmFinder
{
    private static readonly ConditionalWeakTable<DeskRoster, FirmFinder> Finders = [];
    private static readonly string[] LegalForms = ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司"];

    private readonly List<string> names;
    private readonly ILookup<string, EnterpriseId> firms;
    private readonly NameFinder finder;

    private FirmFinder(DeskRoster roster)
    {
        firms = roster.Enterprises.Where(e => !e.Ended)
            .SelectMany(firm => NamesOf(firm).Select(TextView.Normalise).Where(n => n.Length >= 2).Distinct(StringComparer.Ordinal).Select(name => (name, firm.Id)))
            .ToLookup(n => n.name, n => n.Id, StringComparer.Ordinal);
        names = [.. firms.Select(f => f.Key)];
        finder = new NameFinder(names);
    }

    /// <summary>The finder of a roster, made once for each version.</summary>
    internal static FirmFinder Of(DeskRoster roster) => Finders.GetValue(roster, r => new FirmFinder(r));

    /// <summary>The firms named, each once, in the order of the text. A name that two firms share names neither.</summary>
    internal List<(EnterpriseId Firm, int Start, string Name)> Find(string text)
    {
        var found = new List<(EnterpriseId Firm, int Start, string Name)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (finder.Match(text, i, out var length) is not (>= 0 and var index)) continue;
            var name = names[index];
            if (firms[name].Count() == 1 && !found.Exists(f => f.Firm == firms[name].First())) found.Add((firms[name].First(), i, name));
            i += length - 1;
        }
        return found;
    }

    private static IEnumerable<string> NamesOf(Enterprise firm)
    {
        yield return firm.Name;
        foreach (var alias in firm.Aliases) yield return alias;
        foreach (var form in LegalForms)
            if (firm.Name.EndsWith(form, StringComparison.Ordinal))
            {
                yield return firm.Name[..^form.Length];
                break;
            }
    }
}
