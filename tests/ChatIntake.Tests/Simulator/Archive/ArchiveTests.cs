using System.Net.Http.Json;
using System.Text.Json;
using ChatIntake.Simulator;
using ChatIntake.WeCom.Archive;

namespace ChatIntake.Tests.Simulator.Archive;

[TestFixture]
internal sealed class ArchiveTests
{
    [Test]
    public async Task The_archive_holds_everything_said_in_every_group_and_the_bots_posts()
    {
        await using var town = await SimulatedTown.Open();
        var said = await town.Say("三楼停电");
        await town.Say("路堵了", chat: "园区群", sender: "工科局-涂静");
        await town.PostText("已登记");

        var entries = await Pull(town);
        Assert.That(entries.Select(e => (e.From, e.RoomId, e.Text)), Is.EqualTo(new[]
        {
            ("zhangsan", "wr1", "三楼停电"), ("lisi", "wr2", "路堵了"), ("wbSIM0001", "wr1", "已登记"),
        }));
        Assert.That(entries[0].MessageId, Is.EqualTo(said.GetProperty("msgId").GetString()));
        Assert.That(entries[0].SentAt, Is.EqualTo(SimulatedTown.Start));
    }

    [Test]
    public async Task Pages_follow_one_another_by_seq()
    {
        await using var town = await SimulatedTown.Open();
        for (var i = 1; i <= 5; i++) await town.Say($"第{i}句");
        var seen = new List<string>();
        var seq = 0L;
        while (true)
        {
            var entries = await Pull(town, seq, 2);
            if (entries.Count == 0) break;
            Assert.That(entries, Has.Count.LessThanOrEqualTo(2));
            seen.AddRange(entries.Select(e => e.Text));
            seq = entries[^1].Seq;
        }
        Assert.That(seen, Is.EqualTo(new[] { "第1句", "第2句", "第3句", "第4句", "第5句" }));
    }

    [Test]
    public async Task Whoever_is_named_first_is_added_with_ids_made_of_the_names()
    {
        await using var town = await SimulatedTown.Open();
        await town.Say("早", chat: "新的群", sender: "新来的 老张");
        var entry = (await Pull(town)).Single();
        Assert.That((entry.From, entry.RoomId), Is.EqualTo(("新来的 老张", "wr-新的群")));
    }

    [Test]
    public async Task A_quote_is_told_by_its_text_only()
    {
        await using var town = await SimulatedTown.Open();
        var first = await town.Say("停水两天了");
        await town.Say("登记", sender: "工科局-涂静", quote: first.GetProperty("msgId").GetString());
        var entry = (await Pull(town, 1)).Single();
        Assert.That((entry.Text, entry.QuoteText), Is.EqualTo(("登记", "停水两天了")));
        Assert.That(entry.Raw, Does.Not.Contain(first.GetProperty("msgId").GetString()!).And.Not.Contain("熊总"));
    }

    [Test]
    public async Task The_archives_own_form_puts_the_quote_into_the_text()
    {
        await using var town = await SimulatedTown.Open(archiveQuotes: ArchiveQuotes.InText);
        var first = await town.Say("停水两天了");
        await town.Say("登记", quote: first.GetProperty("msgId").GetString());
        Assert.That((await Pull(town, 1)).Single().Text,
            Is.EqualTo("这是一条引用/回复消息：\n“泰丰磷肥 熊总：\n停水两天了”\n------\n登记"));
    }

    [Test]
    public async Task Pictures_and_files_are_archived_as_such()
    {
        await using var town = await SimulatedTown.Open();
        await town.Say("", type: "image");
        await town.Say("请示.pdf", type: "file");
        Assert.That((await Pull(town)).Select(e => (e.Kind, e.Text)),
            Is.EqualTo(new[] { (ArchiveKind.Image, "[图片]"), (ArchiveKind.File, "[文件 请示.pdf]") }));
    }

    [TestCase("corp=ww1&seq=0&limit=10", "wrong", 40001)]
    [TestCase("corp=ww2&seq=0&limit=10", "secret", 40013)]
    [TestCase("corp=ww1&seq=0&limit=1001", "secret", 40058)]
    [TestCase("corp=ww1&seq=-1&limit=10", "secret", 40058)]
    public async Task A_wrong_request_is_refused(string query, string secret, int errcode)
    {
        await using var town = await SimulatedTown.Open();
        using var request = new HttpRequestMessage(HttpMethod.Get, "cgi-bin/chatarchive/pull?" + query);
        request.Headers.Authorization = new("Bearer", secret);
        using var response = await town.Http.SendAsync(request);
        Assert.That(await SimulatedTown.Errcode(response), Is.EqualTo(errcode));
    }

    [Test]
    public async Task Receivers_are_all_members_but_the_sender()
    {
        await using var town = await SimulatedTown.Open();
        await town.Say("早");
        town.Http.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        var answer = await town.Http.GetFromJsonAsync<JsonElement>("cgi-bin/chatarchive/pull?corp=ww1&seq=0&limit=1");
        var message = answer.GetProperty("chatdata")[0].GetProperty("message");
        Assert.That(message.GetProperty("tolist").EnumerateArray().Select(t => t.GetString()), Is.EqualTo(new[] { "lisi" }));
        Assert.That(message.GetProperty("msgtime").GetInt64(), Is.EqualTo(SimulatedTown.Start.ToUnixTimeMilliseconds()));
    }

    private static async Task<IReadOnlyList<ArchiveEntry>> Pull(SimulatedTown town, long seq = 0, int limit = 1000)
    {
        using var http = new HttpClient();
        var page = await new HttpArchiveSource(http, town.BaseUrl, "ww1", "secret").PullAsync(seq, limit, CancellationToken.None);
        Assert.That(page.Problem, Is.Empty);
        return page.Entries;
    }
}
