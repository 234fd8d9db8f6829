using System.Numerics;
using ChatIntake.Segmentation.Dictionary;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>
/// Fourth step: characters of a block that stand alone side by side (a run) go to the hidden Markov model, which joins some of them to words that no dictionary
/// has. A run that is a word by itself stays as it is.
/// </summary>
internal static class ModelCut
{
    internal static void Join(Vocabulary words, WordModel model, ReadOnlySpan<char> piece, Workspace work)
    {
        var done = 0;
        for (var first = 0; first < piece.Length; first += 64)
        {
            // Those with one behind them: a run begins at the first of each row.
            var alone = Alone(work, first >> 6);
            var begins = alone & ~(alone << 1) & (alone >> 1 | Alone(work, (first >> 6) + 1) << 63);
            for (; begins != 0; begins &= begins - 1)
            {
                var start = first + BitOperations.TrailingZeroCount(begins);
                // A run that came over from before has been seen to.
                if (start < done) continue;
                done = EndOfRun(work, start);
                if (!IsWord(words, piece, work, start, done)) JoinRun(words, model, piece, work, start, done);
            }
        }
    }

    private static ulong Alone(Workspace work, int word)
    {
        var ends = work.Ends[word];
        return ends & (ends << 1 | (word == 0 ? 1 : work.Ends[word - 1] >> 63)) & work.Blocks[word];
    }

    private static int EndOfRun(Workspace work, int start)
    {
        for (var at = start; ;)
        {
            var length = BitOperations.TrailingZeroCount(~(Alone(work, at >> 6) >> (at & 63)));
            at += length;
            if (length == 0 || (at & 63) != 0) return at;
        }
    }

    private static bool IsWord(Vocabulary words, ReadOnlySpan<char> piece, Workspace work, int start, int end)
    {
        // Nearly always no word begins with the first two characters.
        uint code = work.Codes[start];
        if (work.Pairs[start] == 0 && (code & Weighing.AddedHere) == 0) return false;
        return words.IsWord(piece[start..end]);
    }

    private static void JoinRun(Vocabulary words, WordModel model, ReadOnlySpan<char> piece, Workspace work, int start, int end)
    {
        while (start < end)
        {
            var next = start + 1;
            if (Blocks.IsHan(piece[start]))
            {
                while (next < end && Blocks.IsHan(piece[next])) next++;
                if (next - start > 1) Viterbi.Join(model, work, start, next);
                if (words.AnyForbidden) SplitForbidden(words, piece, work, start, next);
            }
            else
            {
                while (next < end && !Blocks.IsHan(piece[next])) next++;
                JoinOthers(piece, work, start, next);
            }
            start = next;
        }
    }

    // Letters and digits with decimals and a percent sign are one word, and what lies between is one.
    private static void JoinOthers(ReadOnlySpan<char> piece, Workspace work, int start, int end)
    {
        while (start < end)
        {
            var next = start + 1;
            if (Blocks.IsLetterOrDigit(piece[start]))
            {
                while (next < end && Blocks.IsLetterOrDigit(piece[next])) next++;
                if (next + 1 < end && piece[next] == '.' && char.IsAsciiDigit(piece[next + 1]))
                    for (next += 2; next < end && char.IsAsciiDigit(piece[next]);) next++;
                if (next < end && piece[next] == '%') next++;
            }
            else
            {
                while (next < end && !Blocks.IsLetterOrDigit(piece[next])) next++;
            }
            for (; start < next - 1; start++) EndMarks.Clear(work.Ends, start);
            start = next;
        }
    }

    private static void SplitForbidden(Vocabulary words, ReadOnlySpan<char> piece, Workspace work, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!EndMarks.IsSet(work.Ends, at)) continue;
            if (words.IsForbidden(piece[start..(at + 1)]))
                for (var i = start; i < at; i++) EndMarks.Set(work.Ends, i);
            start = at + 1;
        }
    }
}
