using System.Text.RegularExpressions;
using ChatIntake.Desk;
using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Demo;

/// <summary><c>chatintake demo</c> as a process, without any setting.</summary>
internal sealed partial class DemoTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Prepare() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Played_twice_at_once_the_morning_comes_out_the_same_and_its_summary_balances()
    {
        var runs = await Task.WhenAll(Demo("--once"), Demo("--once"));
        foreach (var ended in runs) Assert.That((ended.Code, ended.Errors), Is.EqualTo((0, "")));
        var output = runs[0].Output;
        Assert.That(runs[1].Output, Is.EqualTo(output));
        Assert.That(output, Does.Contain("➜ 立案 #1 榕峰化工有限公司|物流运输/车辆受阻").And.Contain("因为:").And.Contain("🤖 [企业群] ✅ 已登记 #1").And.Contain("⏰").And.Contain("📊 2月24日 结账"));
        AssertBalances(output);
    }

    [Test]
    public async Task Another_transcript_plays_with_its_own_roster()
    {
        // The sample goes on in 2024; each of the days between would get its summary.
        var transcript = await Excerpt(Path.Combine(Samples, "group-dev.jsonl"), lines => lines.Where(l => l.Contains("\"time\": \"2020-", StringComparison.Ordinal)));
        var ended = await Demo("--once", "--transcript", transcript, "--roster", Path.Combine(Samples, "roster-dev.json"), "--routes", "none");
        Assert.That((ended.Code, ended.Errors), Is.EqualTo((0, "")));
        Assert.That(ended.Output, Does.Contain("➜ 立案 #1").And.Contain("🤖 [企业群] ✅ 已登记 #1"));
        AssertBalances(ended.Output);
    }

    [Test]
    public async Task Strangers_without_roster_and_routes_are_heard_too()
    {
        var transcript = await Excerpt(Town.TownFile("morning.jsonl"), lines => lines.Take(120));
        var ended = await Demo("--once", "--transcript", transcript, "--roster", "none", "--routes", "none");
        Assert.That((ended.Code, ended.Errors), Is.EqualTo((0, "")));
        Assert.That(ended.Output, Does.Contain("➜ 立案 #1 待认领").And.Contain("不在花名册"));
        AssertBalances(ended.Output);
    }

    [Test]
    public async Task The_page_stays_open_and_the_store_left_behind_has_a_proven_chain()
    {
        var transcript = await Excerpt(Town.TownFile("morning.jsonl"), lines => lines.Take(25));
        var port = FreePort.Next();
        using var demo = Running.Program.Start(folder.Path, [], "demo", "--transcript", transcript, "--port", $"{port}");
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Eventually.True(() => demo.HasEnded || demo.Output.Contains("💬", StringComparison.Ordinal), "the page is offered");
        Assert.That(await http.GetStringAsync(""), Does.Contain("<ol id=\"messages\""));
        Assert.That(await http.GetStringAsync("sim/messages?chatId=wrQR-ENT-1"), Does.Contain("企业诉求通报"));
        var ended = await demo.Stop();
        Assert.That(ended.Code, Is.Zero, ended.Errors);

        await using var store = StoreReading.Open(Path.Combine(folder.Path, "demo-store"));
        Assert.That(store.Facts<MessageHeard>(), Has.Count.EqualTo(25));
        Assert.That(store.Facts<DayCut>(), Has.Count.EqualTo(1));
    }

    private async Task<string> Excerpt(string transcript, Func<IEnumerable<string>, IEnumerable<string>> choose)
    {
        var path = Path.Combine(folder.Path, "transcript.jsonl");
        await File.WriteAllLinesAsync(path, choose(File.ReadLines(transcript)));
        return path;
    }

    private Task<Ended> Demo(params string[] arguments) => Running.Program.Run(folder.Path, [], ["demo", .. arguments]);

    // The sum that stands below each day's summary is worked out again.
    private static void AssertBalances(string output)
    {
        var sums = Sum().Matches(output);
        Assert.That(sums, Is.Not.Empty);
        foreach (Match sum in sums)
        {
            var n = sum.Groups.Cast<Group>().Skip(1).Select(g => int.Parse(g.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.That(n[0] + n[1] + n[2] - n[3] - n[4] - n[5] - n[6], Is.EqualTo(n[7]), sum.Value);
        }
        Assert.That(output, Does.Not.Contain("对不上账"));
    }

    [GeneratedRegex("昨日在办 ([0-9]+) [+] 新增 ([0-9]+) [+] 改回 ([0-9]+) − 办结 ([0-9]+) − 撤回 ([0-9]+) − 不予受理 ([0-9]+) − 作废 ([0-9]+) = 在办 ([0-9]+)")]
    private static partial Regex Sum();
}
