using BenchmarkDotNet.Attributes;
using ChatIntake.Segmentation;

namespace ChatIntake.Benchmarks.Pieces;

/// <summary>Each way of cutting, on a chat message and on a letter, with and without the hidden Markov model.</summary>
[MemoryDiagnoser]
public class CutBenchmarks
{
    private readonly Segmenter _segmenter = new();
    private readonly List<Token> _tokens = [];
    private readonly List<TaggedToken> _tagged = [];
    private readonly int[] _ends = new int[Samples.Letter.Length];
    private string _text = "";

    [Params("message", "letter")]
    public string Text { get; set; } = "";

    [Params(true, false)]
    public bool Hmm { get; set; }

    [GlobalSetup]
    public void Choose() => _text = Text == "message" ? Samples.Message : Samples.Letter;

    [Benchmark(Baseline = true)]
    public int Spans() => _segmenter.Cut(_text, _ends, Hmm);

    [Benchmark]
    public int Tokens()
    {
        _tokens.Clear();
        _segmenter.Cut(_text, _tokens, Hmm);
        return _tokens.Count;
    }

    [Benchmark]
    public int Strings() => _segmenter.Cut(_text, Hmm).Count;

    [Benchmark]
    public int Search()
    {
        _tokens.Clear();
        _segmenter.CutForSearch(_text, _tokens, Hmm);
        return _tokens.Count;
    }

    [Benchmark]
    public int Tags()
    {
        _tagged.Clear();
        _segmenter.Tag(_text, _tagged, Hmm);
        return _tagged.Count;
    }
}
