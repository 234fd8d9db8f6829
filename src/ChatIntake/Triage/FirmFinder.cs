using System.Runtime.CompilerServices;
using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Triage;

/// <summary>Finds the enterprises of a roster that a text names, by full name, alias or the name without its legal form.</summary>
internal sealed class FirmFinder
{
    private static readonly ConditionalWeakTable<DeskRoster, FirmFinder> Finders = [];
    private static readonly string[] LegalForms = ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司"];

    private readonly Dictionary<char, List<(string Name, EnterpriseId Firm)>> names = [];

    private FirmFinder(DeskRoster roster)
    {
        foreach (var firm in roster.Enterprises.Where(e => !e.Ended))
            foreach (var name in NamesOf(firm).Select(TextView.Normalise).Where(n => n.Length >= 2).Distinct(StringComparer.Ordinal))
            {
                if (!names.TryGetValue(name[0], out var list)) names[name[0]] = list = [];
                list.Add((name, firm.Id));
            }
        // The longest name wins where several start at one place.
        foreach (var list in names.Values) list.Sort((a, b) => b.Name.Length.CompareTo(a.Name.Length));
    }

    /// <summary>The finder of a roster, made once for each version.</summary>
    internal static FirmFinder Of(DeskRoster roster) => Finders.GetValue(roster, r => new FirmFinder(r));

    /// <summary>The firms named, each once, in the order of the text. A name that two firms share names neither.</summary>
    internal List<(EnterpriseId Firm, int Start, string Name)> Find(string text)
    {
        var found = new List<(EnterpriseId Firm, int Start, string Name)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!names.TryGetValue(text[i], out var list)) continue;
            var hits = list.Where(n => text.AsSpan(i).StartsWith(n.Name, StringComparison.Ordinal)).ToList();
            if (hits.Count == 0) continue;
            var longest = hits.Where(h => h.Name.Length == hits[0].Name.Length).ToList();
            if (longest.Count == 1 && !found.Exists(f => f.Firm == longest[0].Firm)) found.Add((longest[0].Firm, i, longest[0].Name));
            i += hits[0].Name.Length - 1;
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
