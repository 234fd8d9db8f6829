using System.IO.Compression;
using System.Text.Json;
using ChatIntake.Segmentation;
using ChatIntake.Tests.Segmentation.Oracle;

namespace ChatIntake.Tests.Segmentation;

/// <summary>What jieba 0.42.1 made of 3,152 lines, on record.</summary>
internal sealed class GoldenFileTests
{
    private const int MostShown = 5;

    private static readonly Lazy<List<GoldenLine>> Lines = new(Read);

    [Test]
    public void The_file_has_all_its_lines() => Assert.That(Lines.Value, Has.Count.EqualTo(3_152));

    [TestCaseSource(typeof(CutModes), nameof(CutModes.Names))]
    public void Every_line_is_cut_as_by_jieba(string mode)
    {
        var segmenter = new Segmenter();
        var wrong = 0;
        var shown = new List<string>();
        foreach (var line in Lines.Value)
        {
            var got = CutModes.All[mode](segmenter, line.Text);
            if (got.SequenceEqual(line.Words[mode])) continue;
            wrong++;
            if (shown.Count < MostShown) shown.Add(Difference.Show(line.Text, line.Words[mode], got));
        }
        if (wrong > 0) Assert.Fail($"{wrong} of {Lines.Value.Count} lines are not as by jieba ({mode}).\n{string.Join('\n', shown)}");
    }

    private static List<GoldenLine> Read()
    {
        using var file = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "jieba-golden-dev.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var lines = new List<GoldenLine>();
        while (reader.ReadLine() is { } line) lines.Add(GoldenLine.Read(JsonDocument.Parse(line).RootElement));
        return lines;
    }
}
