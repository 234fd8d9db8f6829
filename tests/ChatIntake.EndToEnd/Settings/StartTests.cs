using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Settings;

/// <summary>The program as a process: what is wrong with its settings, its folder or its files is told, and it does not start.</summary>
internal sealed class StartTests
{
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private TemporaryFolder folder = null!;

    [SetUp]
    public void Prepare() => folder = new TemporaryFolder();

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Every_wrong_setting_is_named_by_its_path()
    {
        var ended = await Serve(
            ("Posting__PerMinute", "50"), ("Posting__AttemptSeconds", "0"), ("Store__LogMebibytes", "0"), ("Channels__StaleMinutes", "0"), ("Desk__Id", "Main Desk"),
            ("Channels__Bots__0__EncodingAesKey", "tooshort"), ("Channels__Robots__0__Path", "no slash"), ("Channels__Archives__0__Secret", ""));
        Assert.That(ended.Code, Is.Not.Zero);
        foreach (var path in new[]
        {
            "Posting.PerMinute", "Posting.AttemptSeconds", "Store.LogMebibytes", "Channels.StaleMinutes", "Desk.Id", "Channels.Bots[0].EncodingAesKey",
            "Channels.Robots[0].Path", "Channels.Archives[0].Secret",
        }) Assert.That(ended.Errors, Does.Contain(path));
        Assert.That(ended.Errors, Does.Not.Contain("   at "), "no stack trace");
    }

    [Test]
    public async Task A_setting_that_does_not_exist_is_refused_by_name()
    {
        var ended = await Serve(("Posting__PerMinuet", "18"));
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors, Does.Contain("PerMinuet"));
        Assert.That(ended.Errors, Does.Not.Contain("   at "), "no stack trace");
    }

    [Test]
    public async Task A_setting_that_is_no_number_is_refused_by_its_path()
    {
        var ended = await Serve(("Posting__PerMinute", "many"));
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors, Does.Contain("ChatIntake:Posting:PerMinute"));
        Assert.That(ended.Errors, Does.Not.Contain("   at "), "no stack trace");
    }

    [Test]
    public async Task A_file_of_rules_that_is_missing_is_named()
    {
        var ended = await Serve(("Desk__Roster", "nowhere.json"));
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors, Does.Contain("nowhere.json"));
        Assert.That(ended.Errors, Does.Not.Contain("   at "), "no stack trace");
    }

    [Test]
    public async Task A_folder_in_use_is_refused_to_another()
    {
        await using var store = StoreReading.Open(Path.Combine(folder.Path, "store"));
        var ended = await Serve();
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors, Does.Contain("正被另一个运行中的 ChatIntake 使用").And.Contain("store"));
        Assert.That(ended.Errors, Does.Not.Contain("   at "), "no stack trace");
    }

    [Test]
    public async Task A_broken_roster_is_refused_with_all_its_mistakes()
    {
        var file = Path.Combine(folder.Path, "roster.json");
        await File.WriteAllTextAsync(file, """
            {"format": "chatintake-roster", "version": 1, "desk": {"name": "专班"}, "places": ["甲园区"],
             "enterprises": [
               {"key": "E1", "name": "甲厂", "place": "乙园区", "members": [{"user": "u1", "display": "张"}]},
               {"key": "E1", "name": "乙厂", "commissioner": "C9", "members": []}],
             "departments": [{"key": "D1", "name": "局", "kind": "衙门", "staff": [{"user": "u1", "display": "李"}]}]}
            """);
        var ended = await Running.Program.Run(folder.Path, Settings(), "roster", "import", file);
        Assert.That(ended.Code, Is.Not.Zero);
        Assert.That(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.GreaterThanOrEqualTo(5));
        Assert.That(ended.Errors, Does.Contain("乙园区").And.Contain("E1").And.Contain("C9").And.Contain("衙门").And.Contain("u1"));
    }

    [Test]
    public async Task A_roster_is_imported_once()
    {
        var first = await Running.Program.Run(folder.Path, Settings(), "roster", "import", Town.TownFile("roster.json"));
        var second = await Running.Program.Run(folder.Path, Settings(), "roster", "import", Town.TownFile("roster.json"));
        Assert.That((first.Code, first.Output.Trim()), Is.EqualTo((0, "roster: version 1 is in force.")), first.Errors);
        Assert.That((second.Code, second.Output.Trim()), Is.EqualTo((0, "roster: nothing changed (version 1).")), second.Errors);
    }

    private Task<Ended> Serve(params (string Name, string Value)[] wrong) => Running.Program.Run(
        folder.Path, Settings().Concat(wrong.Select(w => KeyValuePair.Create("ChatIntake__" + w.Name, w.Value))), "serve");

    private IEnumerable<KeyValuePair<string, string>> Settings() =>
        TownSettings.Environment(Path.Combine(folder.Path, "store"), new Uri($"http://127.0.0.1:{FreePort.Next()}"), Nobody);
}
