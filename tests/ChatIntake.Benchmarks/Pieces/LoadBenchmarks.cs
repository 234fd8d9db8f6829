using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using ChatIntake.Segmentation;

namespace ChatIntake.Benchmarks.Pieces;

/// <summary>From nothing to the first words, in a new process each time: the dictionary and the model are loaded once in a process.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class LoadBenchmarks
{
    [Benchmark]
    public int Load()
    {
        Span<int> ends = stackalloc int[Samples.Message.Length];
        return new Segmenter().Cut(Samples.Message, ends);
    }
}
