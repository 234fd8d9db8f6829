using BenchmarkDotNet.Attributes;
using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Benchmarks.Pieces;

/// <summary>What words that were added cost: to a letter that is cut, and to the next word that is added.</summary>
[MemoryDiagnoser]
public class AddedWordsBenchmarks
{
    private const int Next = 10_000;

    private readonly int[] _ends = new int[Samples.Letter.Length];
    private Segmenter _segmenter = new();
    private string[] _next = [];
    private int _at;

    [Params(0, 1_000, 1_000_000)]
    public int Added { get; set; }

    [GlobalSetup]
    public void Add()
    {
        _segmenter = new Segmenter();
        var words = RandomWords(Added + Next);
        _segmenter.AddWords(words.Take(Added).Select(word => new UserWord(word, 3)));
        _next = [.. words.Skip(Added)];
    }

    [Benchmark]
    public int Cut() => _segmenter.Cut(Samples.Letter, _ends);

    [Benchmark]
    public void AddWord()
    {
        _segmenter.AddWord(_next[_at], 3);
        _at = (_at + 1) % Next;
    }

    [Benchmark]
    public void AddWordWithoutFrequency()
    {
        _segmenter.AddWord(_next[_at]);
        _at = (_at + 1) % Next;
    }

    private static List<string> RandomWords(int count)
    {
        var random = new Random(1);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
            words.Add(string.Create(random.Next(2, 7), random, (word, r) => { for (var i = 0; i < word.Length; i++) word[i] = (char)r.Next('\u4e00', '\u9fa6'); }));
        return [.. words];
    }
}
