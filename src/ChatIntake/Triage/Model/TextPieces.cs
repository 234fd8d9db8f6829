using System.Text.RegularExpressions;

namespace ChatIntake.Triage.Model;

/// <summary>The pieces of a message that may each name a problem: numbered points, parts set off by 另外 and the like, sentences.</summary>
internal static partial class TextPieces
{
    private const int Shortest = 4;

    /// <summary>The pieces in order, each with the part of the message in which it stands (from 0), and how the parts are set off.</summary>
    internal static (List<(string Text, int Part)> Pieces, bool Numbered, bool SetOff) Of(Reading whole)
    {
        var text = whole.View.Text;
        var parts = new SortedSet<int>();
        var numbers = Number().Matches(text);
        var numbered = numbers.Count > 1;
        if (numbered)
            foreach (Match number in numbers) parts.Add(number.Index);
        else
            foreach (var hit in whole.Hits.Where(h => h.Entry.Sign == Sign.Separator && h.Start > 0)) parts.Add(hit.Start);
        var setOff = !numbered && parts.Count > 0;
        var pieces = new List<(string, int)>();
        var (start, part) = (0, 0);
        for (var i = 1; i <= text.Length; i++)
        {
            var ends = i == text.Length || parts.Contains(i) || text[i - 1] is '。' or '!' or '?' or ';' or '\n' or ',';
            if (!ends) continue;
            if (i - start >= Shortest) pieces.Add((text[start..i], part));
            // What stands before the first number introduces it.
            if (parts.Contains(i) && !(numbered && part == 0 && i == parts.Min)) part++;
            start = i;
        }
        return (pieces, numbered, setOff);
    }

    [GeneratedRegex(@"(?<![\d.])[(]?[1-9][).、:](?!\d)|[①②③④⑤⑥]|第?[一二三四五](?:是(?!不)|、)|其[一二三四](?=[,:是])|第[一二三四五](?=[,:个])")]
    private static partial Regex Number();
}
