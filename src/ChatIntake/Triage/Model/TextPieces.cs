using System.Text.RegularExpressions;

namespace ChatIntake.Triage.Model;

/// <summary>The pieces of a message that may each name a problem: numbered points, parts set off by 另外 and the like, sentences.</summary>
internal static partial class TextPieces
{
    private const int Shortest = 4;

    /// <summary>The pieces in order; how the message is parted, for the model to weigh.</summary>
    internal static (List<string> Pieces, bool Numbered, bool SetOff) Of(Reading whole)
    {
        var text = whole.View.Text;
        var cuts = new SortedSet<int> { 0, text.Length };
        var numbers = Number().Matches(text);
        if (numbers.Count > 1)
            foreach (Match number in numbers) cuts.Add(number.Index);
        var setOff = false;
        foreach (var hit in whole.Hits.Where(h => h.Entry.Sign == Sign.Separator))
        {
            cuts.Add(hit.Start);
            setOff = true;
        }
        for (var i = 1; i < text.Length; i++)
            if (text[i - 1] is '。' or '!' or '?' or ';' or '\n' or ',') cuts.Add(i);
        List<string> pieces = [.. cuts.Zip(cuts.Skip(1), (a, b) => text[a..b]).Where(p => p.Length >= Shortest)];
        return (pieces, numbers.Count > 1, setOff);
    }

    [GeneratedRegex(@"(?<![\d.])[(]?[1-9][).、:](?!\d)|[①②③④⑤⑥]|第?[一二三四五](?:是(?!不)|、)|其[一二三四](?=[,:是])|第[一二三四五](?=[,:个])")]
    private static partial Regex Number();
}
