using System.Text;
using ChatIntake.Segmentation.Dictionary;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>jieba's full cut: every word that begins anywhere, by position.</summary>
internal sealed class AllWords(Vocabulary words, List<string> into)
{
    private readonly StringBuilder collected = new();
    private readonly List<int> lengths = [];

    internal void Cut(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length;)
        {
            var inBlock = Blocks.Contains(text[start]);
            var end = start + 1;
            while (end < text.Length && Blocks.Contains(text[end]) == inBlock) end++;
            if (inBlock) CutBlock(text[start..end]);
            else CutRest(text[start..end]);
            start = end;
        }
    }

    private void CutBlock(ReadOnlySpan<char> block)
    {
        var covered = 0;
        for (var at = 0; at < block.Length; at++)
        {
            if (!Blocks.IsLetterOrDigit(block[at])) EmitCollected();
            FindWords(block[at..]);
            if (lengths.Count == 1 && at >= covered)
            {
                Only(block.Slice(at, lengths[0]));
                covered = at + lengths[0];
                continue;
            }
            foreach (var length in lengths)
            {
                if (length == 1) continue;
                into.Add(block.Slice(at, length).ToString());
                covered = at + length;
            }
        }
        EmitCollected();
    }

    // The character itself where no word begins.
    private void FindWords(ReadOnlySpan<char> rest)
    {
        lengths.Clear();
        var walk = new WordWalk(words, rest);
        while (walk.MoveNext())
            if (walk.Frequency > 0) lengths.Add(walk.Length);
        if (lengths.Count == 0) lengths.Add(1);
    }

    // What begins with letters and digits is collected; it may have gaps where longer words stood.
    private void Only(ReadOnlySpan<char> word)
    {
        if (Blocks.IsLetterOrDigit(word[0])) collected.Append(word);
        else into.Add(word.ToString());
    }

    private void EmitCollected()
    {
        if (collected.Length == 0) return;
        into.Add(collected.ToString());
        collected.Clear();
    }

    // Outside blocks: white space character by character, what is between as a whole, and it may be empty.
    private void CutRest(ReadOnlySpan<char> rest)
    {
        var start = 0;
        for (var at = 0; at < rest.Length;)
        {
            if (!PythonText.IsWhiteSpace(rest[at]))
            {
                at++;
                continue;
            }
            var length = rest[at] == '\r' && at + 1 < rest.Length && rest[at + 1] == '\n' ? 2 : 1;
            into.Add(rest[start..at].ToString());
            into.Add(rest.Slice(at, length).ToString());
            start = at += length;
        }
        into.Add(rest[start..].ToString());
    }
}
