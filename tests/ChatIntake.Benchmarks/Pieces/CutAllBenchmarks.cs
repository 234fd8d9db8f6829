using BenchmarkDotNet.Attributes;
using ChatIntake.Segmentation;

namespace ChatIntake.Benchmarks.Pieces;

/// <summary>Every word of the dictionary that stands in the text; the hidden Markov model has no part in it.</summary>
[MemoryDiagnoser]
public class CutAllBenchmarks
{
    private readonly Segmenter _segmenter = new();

    [Benchmark]
    public int Message() => _segmenter.CutAll(Samples.Message).Count;

    [Benchmark]
    public int Letter() => _segmenter.CutAll(Samples.Letter).Count;
}
