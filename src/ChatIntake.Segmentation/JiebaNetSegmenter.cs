using JiebaNet.Segmenter;

namespace ChatIntake.Segmentation;

/// <summary>
/// Segmentation by jieba.NET. Its dictionary belongs to the process: a word added by one instance is known to all.
/// The dictionaries are read once, at the first use, from <c>Resources</c> beside the program.
/// </summary>
public sealed class JiebaNetSegmenter : ISegmenter
{
    private static readonly Lazy<JiebaSegmenter> Jieba = new(Load);

    // The dictionary is a plain hash table: adding a word must not meet a reader.
    private static readonly ReaderWriterLockSlim Gate = new();

    public void Cut(ReadOnlySpan<char> text, List<Token> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        for (var start = 0; start < text.Length;)
        {
            var length = Piece.LengthAt(text[start..]);
            CutPiece(text.Slice(start, length).ToString(), start, into);
            start += length;
        }
    }

    public void AddWord(string word)
    {
        if (string.IsNullOrWhiteSpace(word)) return;
        Gate.EnterWriteLock();
        try
        {
            Jieba.Value.AddWord(word.Trim());
        }
        finally
        {
            Gate.ExitWriteLock();
        }
    }

    private static void CutPiece(string piece, int offset, List<Token> into)
    {
        var at = 0;
        foreach (var word in Words(piece))
        {
            if (word.Length == 0 || at + word.Length > piece.Length) continue;
            // A word that is not what stands here would shift all that follow.
            if (string.CompareOrdinal(piece, at, word, 0, word.Length) != 0) continue;
            into.Add(new Token(offset + at, word.Length));
            at += word.Length;
        }
        if (at < piece.Length) into.Add(new Token(offset + at, piece.Length - at));
    }

    private static List<string> Words(string piece)
    {
        Gate.EnterReadLock();
        try
        {
            return [.. Jieba.Value.Cut(piece)];
        }
        finally
        {
            Gate.ExitReadLock();
        }
    }

    private static JiebaSegmenter Load()
    {
        ConfigManager.ConfigFileBaseDir = Path.Combine(AppContext.BaseDirectory, "Resources");
        return new JiebaSegmenter();
    }
}
