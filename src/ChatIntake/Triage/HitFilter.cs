namespace ChatIntake.Triage;

/// <summary>
/// Drops hits that say nothing: words asked for whole that are not, repeats of an entry, and words inside a longer
/// word of the same file, so that a file states its exceptions by longer words (不缺 inside of which 缺 is silent).
/// </summary>
internal static class HitFilter
{
    internal static List<Hit> Clean(List<Hit> hits, Reading reading)
    {
        var kept = hits.Where(h => !h.Entry.Pattern.WholeWord || reading.IsWord(h.Start, h.End))
            .OrderBy(h => h.Start).ThenByDescending(h => h.End).ToList();
        var reach = new Dictionary<string, Hit>(StringComparer.Ordinal);
        var seen = new HashSet<int>();
        var clean = new List<Hit>(kept.Count);
        foreach (var hit in kept)
        {
            var file = hit.Entry.File;
            var covered = reach.TryGetValue(file, out var over) && over.End >= hit.End && over.End - over.Start > hit.End - hit.Start;
            if (covered) continue;
            if (hit.Solid && (!reach.TryGetValue(file, out over) || hit.End > over.End)) reach[file] = hit;
            if (hit.Entry.Sign == Sign.Neutral || !seen.Add(hit.Entry.Index)) continue;
            clean.Add(hit);
        }
        return clean;
    }
}
