using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.EndToEnd.Running;
using ChatIntake.Simulator;

namespace ChatIntake.EndToEnd.Settings;

/// <summary>A lexicon changed on the disk while the program runs.</summary>
internal sealed class LexiconChangeTests
{
    private const string Said = "@小企 我们的呱唧用完了,供应商发不了货";

    [Test]
    public async Task The_next_message_is_judged_with_the_new_words()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "data");
        Copy(Path.Combine(AppContext.BaseDirectory, "data"), data);
        var store = Path.Combine(folder.Path, "store");
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        await using var wecom = await SimulatedWeCom.Start(new SimulatorOptions
        {
            Corp = Town.Corp, Groups = [new SimulatedGroup(Town.Enterprises, "企业群", "key-1")], AiBot = new CallbackTarget(new Uri(address, "/callback/bot"), Town.Token, Town.AesKey),
        });
        var settings = TownSettings.Environment(store, address, wecom.BaseUrl)
            .Concat([new("ChatIntake__Desk__Data", data), new("ChatIntake__Desk__LexiconSeconds", "1")]).Where(s => s.Key != "Logging__LogLevel__Default");
        using var program = Running.Program.Start(folder.Path, settings, "serve");
        await Eventually.True(() => Idle(address), "it listens");

        await wecom.Say(Town.Enterprises, "e001-dai", Said);
        await File.AppendAllTextAsync(Path.Combine(data, "lexicon", "topics.txt"), "\n[materials.packaging]\n10 呱唧 的呱唧 呱唧用完\n");
        await Eventually.True(() => program.Output.Contains("is imported", StringComparison.Ordinal), "the change is noticed");
        await wecom.Say(Town.Enterprises, "e002-tan", Said);
        await Eventually.True(() => Idle(address), "everything is decided");
        await program.Stop();

        await using var left = StoreReading.Open(store);
        var heard = left.Facts<MessageHeard>();
        Assert.Multiple(() =>
        {
            Assert.That(left.Facts<RuleSet>().Where(r => r.Kind == RuleKinds.Lexicon).Select(r => r.Version), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(heard.Select(h => h.Rules[RuleKinds.Lexicon]), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(
                left.Facts<CaseOpened>().Select(o => (o.Message, o.Parts[0].Topic.Code == "materials.packaging")), Is.EqualTo(new[] { (heard[0].Message, false), (heard[1].Message, true) }));
        });
    }

    private static async Task<bool> Idle(Uri address)
    {
        using var http = new HttpClient();
        try { return (await http.GetStringAsync(new Uri(address, "/health"))).Contains("\"idle\":true", StringComparison.Ordinal); }
        catch (HttpRequestException) { return false; }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
