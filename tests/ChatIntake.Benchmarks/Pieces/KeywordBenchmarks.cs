using BenchmarkDotNet.Attributes;
using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Keywords;

namespace ChatIntake.Benchmarks.Pieces;

/// <summary>The keywords of a letter.</summary>
[MemoryDiagnoser]
public class KeywordBenchmarks
{
    private static readonly Segmenter Segmenter = new();

    private readonly TfIdf _tfIdf = new(Segmenter);
    private readonly TextRank _textRank = new(Segmenter);

    [Benchmark]
    public int ByFrequency() => _tfIdf.Extract(Samples.Letter).Count;

    [Benchmark]
    public int ByTextRank() => _textRank.Extract(Samples.Letter).Count;
}
