using ChatIntake.Segmentation.Cutting;
using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Tagging;

/// <summary>Cuts a block, every character of which is also in a block of the plain cut: the best path is the same, only what stands alone on it is treated otherwise.</summary>
/// <param name="tags">The words and their parts of speech.</param>
/// <param name="block">The block.</param>
/// <param name="offset">Where it begins in the text.</param>
/// <param name="into">Takes its words.</param>
internal readonly ref struct TaggedBlock(WordTags tags, ReadOnlySpan<char> block, int offset, List<TaggedToken> into)
{
    private const string Foreign = "eng", Number = "m";

    private readonly ReadOnlySpan<char> block = block;

    internal void Cut(bool hmm)
    {
        var work = Workspace.For(block.Length);
        Cutter.FindPath(tags.Words, block, work);
        if (hmm) CutWithModel(work.Lengths);
        else CutByPath(work.Lengths);
    }

    // Letters and digits that stand alone side by side are one word.
    private void CutByPath(int[] lengths)
    {
        for (var start = 0; start < block.Length;)
        {
            var end = start;
            while (end < block.Length && lengths[end] == 1 && Blocks.IsLetterOrDigit(block[end])) end++;
            if (end > start)
            {
                Add(start, end, Foreign);
                start = end;
            }
            else
            {
                AddWord(start, start += lengths[start]);
            }
        }
    }

    private void CutWithModel(int[] lengths)
    {
        for (var start = 0; start < block.Length;)
        {
            var end = start;
            while (end < block.Length && lengths[end] == 1) end++;
            if (end > start) CutRun(start, end);
            else AddWord(start, end += lengths[start]);
            start = end;
        }
    }

    // Characters that stand alone side by side. A run that is a word by itself stays as it is.
    private void CutRun(int start, int end)
    {
        if (end - start == 1 || tags.Words.IsWord(block[start..end]))
        {
            for (; start < end; start++) AddWord(start, start + 1);
            return;
        }
        while (start < end)
        {
            var isHan = Blocks.IsHan(block[start]);
            var next = start + 1;
            while (next < end && Blocks.IsHan(block[next]) == isHan) next++;
            if (isHan) CutHan(start, next);
            else CutOthers(start, next);
            start = next;
        }
    }

    private void CutHan(int start, int end)
    {
        var model = tags.Table.Model;
        var states = TagPath.Own.Find(model, block[start..end]);
        var word = start;
        for (var at = start; at < end; at++)
        {
            if (!model.Ends(states[at - start])) continue;
            Add(word, at + 1, model.TagOf(states[at - start]));
            word = at + 1;
        }
        // A word that is not ended has the tag of its first character; others that of their last.
        if (word < end) Add(word, end, model.TagOf(states[word - start]));
    }

    // Digits with points are a number, letters and digits that begin with a letter a foreign word; what lies between is one word.
    private void CutOthers(int start, int end)
    {
        while (start < end)
        {
            var next = start + 1;
            if (IsOfNumber(block[start]))
            {
                while (next < end && IsOfNumber(block[next])) next++;
                Add(start, next, Number);
            }
            else if (Blocks.IsLetterOrDigit(block[start]))
            {
                while (next < end && Blocks.IsLetterOrDigit(block[next])) next++;
                Add(start, next, Foreign);
            }
            else
            {
                while (next < end && !IsOfNumber(block[next]) && !Blocks.IsLetterOrDigit(block[next])) next++;
                Add(start, next, TagStates.NoTag);
            }
            start = next;
        }
    }

    private static bool IsOfNumber(char c) => c == '.' || char.IsAsciiDigit(c);

    private void AddWord(int start, int end) => Add(start, end, tags.Of(block[start..end]));

    private void Add(int start, int end, string tag) => into.Add(new TaggedToken(offset + start, end - start, tag));
}
