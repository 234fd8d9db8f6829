using ChatIntake.Segmentation.Cutting;

namespace ChatIntake.Segmentation.Words;

/// <summary>Frequencies by which a word is just joined or just split, computed as jieba computes them.</summary>
internal static class Suggestion
{
    /// <summary>For a word that is to stand as one: just above what its parts have together.</summary>
    internal static long ToJoin(Vocabulary words, string word)
    {
        var ends = new int[word.Length];
        var count = Cutter.Cut(words, null, word, ends);
        var share = 1.0;
        var start = 0;
        foreach (var end in ends.AsSpan(0, count))
        {
            share *= (words.Frequency(word.AsSpan(start, end - start)) ?? 1) / (double)words.Total;
            start = end;
        }
        return Math.Max((long)(share * words.Total) + 1, words.Frequency(word) ?? 1);
    }

    /// <summary>For parts that are not to stand as one: no more than they have together.</summary>
    internal static long ToSplit(Vocabulary words, IReadOnlyList<string> parts)
    {
        var share = 1.0;
        foreach (var part in parts) share *= (words.Frequency(part) ?? 1) / (double)words.Total;
        return Math.Min((long)(share * words.Total), words.Frequency(string.Concat(parts)) ?? 0);
    }
}
