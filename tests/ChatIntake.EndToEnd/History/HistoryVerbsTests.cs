using ChatIntake.Desk;
using ChatIntake.EndToEnd.Running;
using ChatIntake.Simulator;

namespace ChatIntake.EndToEnd.History;

/// <summary>What a bureau learns from its own past, as processes on a store that the service left.</summary>
internal sealed class HistoryVerbsTests
{
    private const string Banter = "@小企 仓库那边有点紧";

    private readonly TemporaryFolder folder = new();
    private IReadOnlyList<KeyValuePair<string, string>> settings = [];

    [OneTimeSetUp]
    public async Task A_morning_with_one_correction()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        await using var wecom = await SimulatedWeCom.Start(new SimulatorOptions
        {
            Corp = Town.Corp, Groups = [new SimulatedGroup(Town.Enterprises, "企业群", "key-1")], AiBot = new CallbackTarget(new Uri(address, "/callback/bot"), Town.Token, Town.AesKey),
        });
        settings = [.. TownSettings.Environment(Path.Combine(folder.Path, "store"), address, wecom.BaseUrl)];
        using var program = Running.Program.Start(folder.Path, settings, "serve");
        await Eventually.True(() => Idle(address), "it listens");
        await wecom.Say(Town.Enterprises, "e001-dai", "@小企 我们6台拉磷酸的重车被堵在石牛口卡点,走不脱,求协调");
        var banter = await wecom.Say(Town.Enterprises, "e002-tan", Banter);
        await wecom.Say(Town.Enterprises, "b02", "@小企 登记", quote: banter);
        await Eventually.True(() => Idle(address), "everything is decided");
        await program.Stop();
    }

    [OneTimeTearDown]
    public void Tidy() => folder.Dispose();

    [Test]
    public async Task The_shipped_rules_would_have_changed_nothing()
    {
        var ended = await Run("replay", "--rules", Path.Combine(AppContext.BaseDirectory, "data"), "--since", "2020-01-01");
        Assert.That((ended.Code, ended.Errors), Is.EqualTo((0, "")));
        Assert.That(ended.Output, Does.Contain("多登记 0 件,少登记 0 件,改类 0 件").And.Contain("人工更正过 1 条:新规则会自己判对 0 条,现行规则 0 条"));
    }

    [Test]
    public async Task A_lexicon_with_a_mistake_is_told_by_file_and_line()
    {
        var lexicon = Path.Combine(folder.Path, "lexicon");
        Directory.CreateDirectory(lexicon);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "lexicon"), "*.txt")) File.Copy(file, Path.Combine(lexicon, Path.GetFileName(file)), overwrite: true);
        await File.AppendAllTextAsync(Path.Combine(lexicon, "topics.txt"), "\n[no.such]\n1 什么\n");
        var ended = await Run("replay", "--rules", lexicon);
        Assert.That((ended.Code, ended.Errors.Contains("topics.txt", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [TestCase("--rules nowhere", "nowhere")]
    [TestCase("--rules . --since yesterday", "2026-10-01")]
    [TestCase("", "--rules")]
    public async Task What_is_missing_or_wrong_is_told(string arguments, string told)
    {
        var ended = await Run(["replay", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors, Does.Contain(told));
        Assert.That(ended.Errors, Does.Not.Contain("   at "));
    }

    [Test]
    public async Task Each_setting_of_the_dial_is_printed_with_what_it_costs()
    {
        var ended = await Run("dial");
        Assert.That((ended.Code, ended.Errors), Is.EqualTo((0, "")));
        Assert.That(ended.Output.Split('\n').Count(l => l.TrimStart().StartsWith('-') || l.TrimStart().StartsWith('+') || l.TrimStart().StartsWith("0.0", StringComparison.Ordinal)), Is.EqualTo(9));
    }

    [Test]
    public async Task A_model_with_the_corrections_is_shown_before_it_is_used_and_can_be_taken_back()
    {
        var data = Path.Combine(folder.Path, "data");
        Directory.CreateDirectory(Path.Combine(data, "training"));
        foreach (var town in new[] { "fenhe", "altai" }) File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "training", town + ".txt"), Path.Combine(data, "training", town + ".txt"));
        var model = Path.Combine(folder.Path, "own.txt");

        var learned = await Run("train", "--corrections", "--data", data, "--out", model);
        Assert.That((learned.Code, learned.Errors), Is.EqualTo((0, "")));
        Assert.That(learned.Output, Does.Contain("1 条本专班的更正").And.Contain("新规则会自己判对 1 条,现行规则 0 条").And.Contain("还没有启用"));

        Assert.That((await Run("rules", "import", "model", model)).Output, Does.Contain("version 2 is in force"));
        Assert.That((await Run("replay", "--rules", model)).Output, Does.Contain("现行规则 1 条"));
        Assert.That((await Run("rules", "back", "model")).Output, Does.Contain("version 3 is in force"));
        Assert.That((await Run("replay", "--rules", model)).Output, Does.Contain("现行规则 0 条"));
        await using var store = StoreReading.Open(Path.Combine(folder.Path, "store"));
        var versions = store.Facts<RuleSet>().Where(r => r.Kind == RuleKinds.Model).Select(r => r.Hash).ToList();
        Assert.That(versions[2], Is.EqualTo(versions[0]));
    }

    [Test]
    public async Task A_rule_without_an_earlier_version_cannot_be_taken_back()
    {
        var ended = await Run("rules", "back", "deadlines");
        Assert.That((ended.Code, ended.Errors), Is.EqualTo((1, "时限表没有更早的版本可以恢复" + Environment.NewLine)));
    }

    private Task<Ended> Run(params string[] arguments) => Running.Program.Run(folder.Path, settings, arguments);

    private static async Task<bool> Idle(Uri address)
    {
        using var http = new HttpClient();
        try { return (await http.GetStringAsync(new Uri(address, "/health"))).Contains("\"idle\":true", StringComparison.Ordinal); }
        catch (HttpRequestException) { return false; }
    }
}
