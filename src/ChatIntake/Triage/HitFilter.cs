namespace ChatIntake.Triage;

/// <summary>
/// Drops hits that say nothing: words asked for whole that are not, repeats of an entry, and words inside a longer
/// word of the same file, so that a file states its exceptions by longer words (不缺 inside of which 缺 is silent).
/// </summary>
internal static class HitFilter
{
    internal static List<Hit> Clean(List<Hit> hits, Reading reading)
    {
        hits.RemoveAll(h => h.Entry.Pattern.WholeWord && !reading.IsWord(h.Start, h.End));
        // Of equal span the order of finding stands: entries are found in the order of the files.
        Sort(hits);
        // A lexicon has few files, so a list is looked through faster than a table is made.
        var reach = new List<(string File, Hit Hit)>(8);
        var clean = new List<Hit>(hits.Count);
        foreach (var hit in hits)
        {
            var at = reach.FindIndex(r => ReferenceEquals(r.File, hit.Entry.File));
            if (at >= 0 && reach[at].Hit is var over && over.End >= hit.End && over.End - over.Start > hit.End - hit.Start) continue;
            if (hit.Solid)
            {
                if (at < 0) reach.Add((hit.Entry.File, hit));
                else if (hit.End > reach[at].Hit.End) reach[at] = (hit.Entry.File, hit);
            }
            if (hit.Entry.Sign == Sign.Neutral || clean.Exists(c => c.Entry.Index == hit.Entry.Index)) continue;
            clean.Add(hit);
        }
        return clean;
    }

    // By start, the longest first; insertion keeps equals in order, and there are few.
    private static void Sort(List<Hit> hits)
    {
        for (var i = 1; i < hits.Count; i++)
        {
            var hit = hits[i];
            var j = i - 1;
            for (; j >= 0 && (hits[j].Start > hit.Start || hits[j].Start == hit.Start && hits[j].End < hit.End); j--) hits[j + 1] = hits[j];
            hits[j + 1] = hit;
        }
    }
}
