using ChatIntake.Segmentation.Dictionary;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>jieba's plain cut, piece by piece.</summary>
internal static class Cutter
{
    internal static int Cut(Vocabulary words, WordModel? model, ReadOnlySpan<char> text, Span<int> ends)
    {
        var count = 0;
        for (var start = 0; start < text.Length;)
        {
            var piece = text.Slice(start, Pieces.NextLength(text[start..]));
            var work = Workspace.For(piece.Length);
            FindPath(words, piece, work);
            EndMarks.Follow(piece, work);
            if (model is null) EndMarks.JoinLettersAndDigits(piece, work);
            else ModelCut.Join(words, model, piece, work);
            count += EndMarks.Write(work, start, piece.Length, ends[count..]);
            start += piece.Length;
        }
        return count;
    }

    /// <summary>Leaves the best path in the workspace: at each position that it comes to, the length of the word there.</summary>
    internal static void FindPath(Vocabulary words, ReadOnlySpan<char> piece, Workspace work)
    {
        Reading.Read(words, piece, work);
        Weighing.Weigh(words, piece.Length, work);
        PathFinder.Find(words, piece, work);
    }
}
