using System.Text.RegularExpressions;

namespace ChatIntake.Triage.Model;

/// <summary>A piece of a message, and the part in which it stands, from 0.</summary>
internal readonly record struct TextPiece(int Start, int End, int Part);

/// <summary>The pieces of a message that may each name a problem: numbered points, parts set off by 另外 and the like, sentences.</summary>
internal sealed partial class TextPieces
{
    private const int Shortest = 4;

    internal TextPieces(Reading whole)
    {
        var text = whole.View.Text;
        var parts = new List<int>();
        if (text.AsSpan().IndexOfAny(Leads) >= 0)
            foreach (var number in Number().EnumerateMatches(text)) parts.Add(number.Index);
        Numbered = parts.Count > 1;
        if (!Numbered)
        {
            parts.Clear();
            foreach (var hit in whole.Hits)
                if (hit.Entry.Sign == Sign.Separator && hit.Start > 0) parts.Add(hit.Start);
            parts.Sort();
        }
        SetOff = !Numbered && parts.Count > 0;
        var pieces = new List<TextPiece>();
        var (start, part, next) = (0, 0, 0);
        for (var i = 1; i <= text.Length; i++)
        {
            while (next < parts.Count && parts[next] < i) next++;
            var parted = next < parts.Count && parts[next] == i;
            if (!(i == text.Length || parted || text[i - 1] is '。' or '!' or '?' or ';' or '\n' or ',')) continue;
            if (i - start >= Shortest) pieces.Add(new TextPiece(start, i, part));
            // What stands before the first number introduces it.
            if (parted && !(Numbered && part == 0 && i == parts[0])) part++;
            start = i;
        }
        All = pieces;
    }

    /// <summary>In order.</summary>
    internal IReadOnlyList<TextPiece> All { get; }

    /// <summary>The parts are numbered points.</summary>
    internal bool Numbered { get; }

    /// <summary>The parts are set off by words.</summary>
    internal bool SetOff { get; }

    // What every number of a point begins with.
    private static readonly System.Buffers.SearchValues<char> Leads = System.Buffers.SearchValues.Create("123456789①②③④⑤⑥一二三四五第其");

    [GeneratedRegex(@"(?<![\d.])[(]?[1-9][).、:](?!\d)|[①②③④⑤⑥]|第?[一二三四五](?:是(?!不)|、)|其[一二三四](?=[,:是])|第[一二三四五](?=[,:个])")]
    private static partial Regex Number();
}
