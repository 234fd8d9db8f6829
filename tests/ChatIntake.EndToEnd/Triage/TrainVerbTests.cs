using System.Text.Json;
using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Triage;

/// <summary><c>chatintake train</c> and <c>classify</c> as processes.</summary>
internal sealed class TrainVerbTests
{
    [Test]
    public async Task The_same_towns_give_the_same_model_byte_for_byte_and_triage_takes_it()
    {
        using var folder = new TemporaryFolder();
        var data = Data(folder, "fenhe");
        foreach (var name in new[] { "a.txt", "b.txt" })
        {
            var ended = await Run(folder, "train", "--data", data, "--out", name);
            Assert.That((ended.Code, ended.Errors), Is.EqualTo((0, "")));
        }
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "a.txt")), Is.EqualTo(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "b.txt"))));
        var judged = await Run(folder, "triage", Town.TownFile("morning.jsonl"), "--model", "a.txt", "--out", "verdicts.jsonl");
        Assert.That(judged.Code, Is.Zero, judged.Errors);
    }

    [Test]
    public async Task A_town_that_is_not_there_is_told_with_those_that_are()
    {
        using var folder = new TemporaryFolder();
        var ended = await Run(folder, "train", "--data", Data(folder, "fenhe"), "--except", "nowhere", "--out", "a.txt");
        Assert.That((ended.Code, ended.Errors.Contains("nowhere", StringComparison.Ordinal) && ended.Errors.Contains("fenhe", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task A_line_that_is_none_is_told_by_its_number()
    {
        using var folder = new TemporaryFolder();
        var data = Data(folder, "fenhe");
        var town = Path.Combine(data, "training", "fenhe.txt");
        var lines = await File.ReadAllLinesAsync(town);
        await File.WriteAllLinesAsync(town, [.. lines, "  R999 物流运输/没有这一类 urgent"]);
        var ended = await Run(folder, "train", "--data", data, "--out", "a.txt");
        Assert.That(ended.Code, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.Contain($"{lines.Length + 1}"));
        Assert.That(File.Exists(Path.Combine(folder.Path, "a.txt")), Is.False);
    }

    [TestCase("train --corrections", "--out")]
    [TestCase("train --labels x.jsonl", "--out")]
    [TestCase("train --corrections --except fenhe --out x", "--except")]
    [TestCase("train --labels nowhere.jsonl --out x", "nowhere.jsonl")]
    public async Task What_is_missing_is_told(string arguments, string told)
    {
        using var folder = new TemporaryFolder();
        var ended = await Run(folder, arguments.Split(' '));
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors, Does.Contain(told).And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_classifier_learns_labels_of_texts_and_says_them_with_a_score()
    {
        using var folder = new TemporaryFolder();
        var rows = Enumerable.Range(0, 40).Select(i => JsonSerializer.Serialize(new
        {
            id = $"t{i}", title = i % 2 == 0 ? "路灯" : "噪音", text = i % 2 == 0 ? $"小区第{i}盏路灯不亮了,晚上走路看不见" : $"楼下{i}号工地半夜施工,吵得睡不着", label = i < 36 ? i % 2 == 0 ? "市政" : "环保" : null,
        })).ToList();
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "rows.jsonl"), rows);
        Assert.That((await Run(folder, "train", "--labels", "rows.jsonl", "--out", "model")).Code, Is.Zero);
        var ended = await Run(folder, "classify", "--model", "model", "rows.jsonl", "--out", "said.jsonl");
        Assert.That((ended.Code, ended.Errors), Is.EqualTo((0, "")));
        var said = (await File.ReadAllLinesAsync(Path.Combine(folder.Path, "said.jsonl"))).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.That(said.Select(s => s.GetProperty("id").GetString()), Is.EqualTo(Enumerable.Range(0, 40).Select(i => $"t{i}")));
        Assert.That(said.Select((s, i) => s.GetProperty("label").GetString() == (i % 2 == 0 ? "市政" : "环保")), Has.All.True);
        Assert.That(said.Select(s => s.GetProperty("score").ValueKind), Has.All.EqualTo(JsonValueKind.Number));
    }

    private static Task<Ended> Run(TemporaryFolder folder, params string[] arguments) => Running.Program.Run(folder.Path, [], arguments);

    private static string Data(TemporaryFolder folder, params IEnumerable<string> towns)
    {
        var (from, to) = (Path.Combine(AppContext.BaseDirectory, "data"), Path.Combine(folder.Path, "own"));
        Directory.CreateDirectory(Path.Combine(to, "lexicon"));
        Directory.CreateDirectory(Path.Combine(to, "training"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(from, "lexicon"), "*.txt")) File.Copy(file, Path.Combine(to, "lexicon", Path.GetFileName(file)));
        foreach (var town in towns) File.Copy(Path.Combine(from, "training", town + ".txt"), Path.Combine(to, "training", town + ".txt"));
        return to;
    }
}
