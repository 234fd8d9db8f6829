using System.Text.Json;
using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Triage;

/// <summary><c>chatintake triage</c> as a process.</summary>
internal sealed class TriageVerbTests
{
    [Test]
    public async Task Each_message_of_a_transcript_gets_one_verdict_in_its_order()
    {
        using var folder = new TemporaryFolder();
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        var transcript = Path.Combine(samples, "group-dev.jsonl");
        var output = Path.Combine(folder.Path, "verdicts.jsonl");
        var ended = await Running.Program.Run(folder.Path, [], "triage", transcript, "--roster", Path.Combine(samples, "roster-dev.json"), "--out", output);
        Assert.That((ended.Code, ended.Errors), Is.EqualTo((0, "")));
        Assert.That(Ids(output), Is.EqualTo(Ids(transcript)));
        Assert.That(File.ReadLines(output).Count(l => l.Contains("\"is_report\":true", StringComparison.Ordinal)), Is.InRange(30, 200));
    }

    [Test]
    public async Task A_line_that_is_none_is_told_and_the_others_are_judged()
    {
        using var folder = new TemporaryFolder();
        var transcript = Path.Combine(folder.Path, "in.jsonl");
        var output = Path.Combine(folder.Path, "out.jsonl");
        await File.WriteAllLinesAsync(transcript, [.. File.ReadLines(Town.TownFile("morning.jsonl")).Take(3), "{\"id\": 1}"]);
        var ended = await Running.Program.Run(folder.Path, [], "triage", transcript, "--out", output);
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors, Does.Contain("line 4"));
        Assert.That(Ids(output), Is.EqualTo(new[] { "m0001", "m0002", "m0003" }));
    }

    [TestCase("--data", "nowhere")]
    [TestCase("--roster", "nowhere.json")]
    [TestCase("--model", "nowhere.txt")]
    public async Task A_file_that_is_not_there_is_told_in_a_line(string option, string path)
    {
        using var folder = new TemporaryFolder();
        var ended = await Running.Program.Run(folder.Path, [], "triage", Town.TownFile("morning.jsonl"), "--out", "v.jsonl", option, path);
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors, Does.Contain("nowhere").And.Not.Contain("   at "));
    }

    private static IEnumerable<string> Ids(string path) => File.ReadLines(path).Select(line =>
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("id").GetString()!;
    });
}
