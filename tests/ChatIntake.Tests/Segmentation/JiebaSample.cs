using System.IO.Compression;
using System.Text.Json;

namespace ChatIntake.Tests.Segmentation;

/// <summary>What jieba 0.42.1 made of 501 texts: tags and keywords, as <c>tests/data/jieba-tags-sample.py</c> wrote it.</summary>
internal static class JiebaSample
{
    private const int MostShown = 3;

    private static readonly Lazy<List<JsonElement>> Loaded = new(Read);

    internal static List<JsonElement> Lines => Loaded.Value;

    /// <summary>Fails when for any text something else comes out than what is on record under the name.</summary>
    internal static void Compare<T>(string name, Func<string, IEnumerable<T>> act, Func<JsonElement, T> expected)
    {
        var wrong = new List<string>();
        foreach (var line in Lines)
        {
            var text = line.GetProperty("text").GetString()!;
            var want = line.GetProperty(name).EnumerateArray().Select(expected).ToList();
            var got = act(text).ToList();
            if (got.SequenceEqual(want)) continue;
            var first = want.Zip(got).TakeWhile(pair => Equals(pair.First, pair.Second)).Count();
            wrong.Add($"{text}\n  at {first} of {want.Count}: {want.ElementAtOrDefault(first)}, not {got.ElementAtOrDefault(first)}");
        }
        if (wrong.Count > 0) Assert.Fail($"{wrong.Count} of {Lines.Count} texts are not as by jieba ({name}).\n{string.Join('\n', wrong.Take(MostShown))}");
    }

    private static List<JsonElement> Read()
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "jieba-tags-sample.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var lines = new List<JsonElement>();
        while (reader.ReadLine() is { } line) lines.Add(JsonDocument.Parse(line).RootElement);
        return lines;
    }
}
