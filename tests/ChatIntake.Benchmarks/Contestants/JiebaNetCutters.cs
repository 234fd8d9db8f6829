using JiebaNet.Segmenter;

namespace ChatIntake.Benchmarks.Contestants;

/// <summary>jieba.NET, with a string for each word.</summary>
internal sealed class JiebaNetStrings : ICutter
{
    private readonly JiebaSegmenter _segmenter = Jieba();

    public int Cut(string line) => _segmenter.Cut(line).Count();

    internal static JiebaSegmenter Jieba()
    {
        ConfigManager.ConfigFileBaseDir = Path.Combine(AppContext.BaseDirectory, "jieba.NET");
        return new JiebaSegmenter();
    }
}

/// <summary>jieba.NET, with a string and its place for each word.</summary>
internal sealed class JiebaNetOffsets : ICutter
{
    private readonly JiebaSegmenter _segmenter = JiebaNetStrings.Jieba();

    public int Cut(string line) => _segmenter.Tokenize(line).Count();
}
