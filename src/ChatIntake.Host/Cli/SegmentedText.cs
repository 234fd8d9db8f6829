using ChatIntake.Segmentation;

namespace ChatIntake.Host.Cli;

/// <summary>How texts are cut.</summary>
internal enum Way
{
    Plain,

    /// <summary>Without the hidden Markov model.</summary>
    NoModel,

    All,

    Search,
}

/// <summary>Writes the words of texts. Keeps its buffers from text to text.</summary>
internal sealed class SegmentedText(Segmenter segmenter, Way way)
{
    private readonly List<Token> tokens = [];
    private int[] ends = new int[256];

    public void Write(ReadOnlySpan<char> text, JsonArrayWriter into)
    {
        into.Begin();
        if (way is Way.Plain or Way.NoModel) WriteWords(text, into);
        else if (way == Way.Search) WriteTokens(text, into);
        // Its words need not stand in the text as they are, so they have no positions.
        else foreach (var word in segmenter.CutAll(text.ToString())) into.Add(word);
        into.End();
    }

    private void WriteWords(ReadOnlySpan<char> text, JsonArrayWriter into)
    {
        if (ends.Length < text.Length) ends = new int[Math.Max(text.Length, ends.Length * 2)];
        var start = 0;
        foreach (var end in ends.AsSpan(0, segmenter.Cut(text, ends, way == Way.Plain)))
        {
            into.Add(text[start..end]);
            start = end;
        }
    }

    private void WriteTokens(ReadOnlySpan<char> text, JsonArrayWriter into)
    {
        tokens.Clear();
        segmenter.CutForSearch(text, tokens);
        foreach (var token in tokens) into.Add(token.In(text));
    }
}
