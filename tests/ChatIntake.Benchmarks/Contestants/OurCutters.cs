using ChatIntake.Segmentation;

namespace ChatIntake.Benchmarks.Contestants;

/// <summary>Ours, with the ends of the words written to a buffer that is used again.</summary>
internal sealed class OurSpans : ICutter
{
    private readonly Segmenter _segmenter = new();

    private int[] _ends = new int[1024];

    public int Cut(string line)
    {
        if (line.Length > _ends.Length) _ends = new int[line.Length * 2];
        return _segmenter.Cut(line, _ends);
    }
}

/// <summary>Ours, with a string for each word.</summary>
internal sealed class OurStrings : ICutter
{
    private readonly Segmenter _segmenter = new();

    public int Cut(string line) => _segmenter.Cut(line).Count;
}
