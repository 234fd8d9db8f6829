using System.Text;

namespace ChatIntake.Tests.Simulator.Webhook;

[TestFixture]
internal sealed class WebhookTests
{
    [Test]
    public async Task A_post_appears_in_the_group_of_its_key_as_the_bots()
    {
        await using var town = await SimulatedTown.Open();
        Assert.That(await town.PostText("已登记"), Is.Zero);
        var message = (await town.Messages()).Single();
        Assert.That(message.GetProperty("text").GetString(), Is.EqualTo("已登记"));
        Assert.That(message.GetProperty("bot").GetBoolean(), Is.True);
        Assert.That(message.GetProperty("at").GetDateTimeOffset(), Is.EqualTo(SimulatedTown.Start));
        Assert.That(await town.Messages("wr2"), Is.Empty);
    }

    [TestCase("markdown")]
    [TestCase("markdown_v2")]
    public async Task Both_kinds_of_markdown_are_posted(string msgtype)
    {
        await using var town = await SimulatedTown.Open();
        var body = new Dictionary<string, object> { ["msgtype"] = msgtype, [msgtype] = new { content = "**好**" } };
        Assert.That(await town.Post(body), Is.Zero);
        Assert.That((await town.Messages()).Single().GetProperty("type").GetString(), Is.EqualTo("markdown"));
    }

    [TestCase("text", 2048)]
    [TestCase("markdown", 4096)]
    public async Task Content_is_measured_in_bytes_and_one_too_many_is_45002(string msgtype, int bytes)
    {
        await using var town = await SimulatedTown.Open();
        var full = new string('企', bytes / 3) + new string('x', bytes % 3);
        Assert.That(Encoding.UTF8.GetByteCount(full), Is.EqualTo(bytes));
        Assert.That(await town.Post(Body(full)), Is.Zero);
        Assert.That(await town.Post(Body(full + "x")), Is.EqualTo(45002));
        Assert.That(await town.Texts(), Is.EqualTo(new[] { full }));

        Dictionary<string, object> Body(string content) => new() { ["msgtype"] = msgtype, [msgtype] = new { content } };
    }

    [TestCase("not json", 40008)]
    [TestCase("""{"text":{"content":"x"}}""", 40008)]
    [TestCase("""{"msgtype":"poem","poem":{"content":"x"}}""", 40008)]
    [TestCase("""{"msgtype":7}""", 40008)]
    [TestCase("""[]""", 40058)]
    [TestCase("""{"msgtype":"text","text":"x"}""", 40058)]
    [TestCase("""{"msgtype":"text","text":{"content":7}}""", 40058)]
    [TestCase("""{"msgtype":"text","text":{"content":"\ud83d"}}""", 40058)]
    [TestCase("""{"msgtype":"text","text":{"content":"x","mentioned_list":"lisi"}}""", 40058)]
    [TestCase("""{"msgtype":"text","text":{"content":"x","mentioned_mobile_list":[138]}}""", 40058)]
    [TestCase("""{"msgtype":"text"}""", 44004)]
    [TestCase("""{"msgtype":"text","text":{}}""", 44004)]
    [TestCase("""{"msgtype":"markdown","markdown":{"content":" \n"}}""", 44004)]
    public async Task A_wrong_body_is_refused_by_its_errcode_with_http_200(string body, int errcode)
    {
        await using var town = await SimulatedTown.Open();
        using var response = await town.Http.PostAsync("cgi-bin/webhook/send?key=" + SimulatedTown.Key, new StringContent(body));
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        Assert.That(await SimulatedTown.Errcode(response), Is.EqualTo(errcode));
        Assert.That(await town.Messages(), Is.Empty);
        var refused = (await town.Log()).GetProperty("refused").EnumerateArray().Single();
        Assert.That(refused.GetProperty("errcode").GetInt32(), Is.EqualTo(errcode));
    }

    [TestCase("")]
    [TestCase("key-9")]
    public async Task An_unknown_key_is_93000(string key)
    {
        await using var town = await SimulatedTown.Open();
        Assert.That(await town.PostText("x", key), Is.EqualTo(93000));
    }

    [Test]
    public async Task Twenty_posts_a_minute_are_let_through_for_each_key()
    {
        await using var town = await SimulatedTown.Open();
        for (var i = 0; i < 20; i++)
        {
            Assert.That(await town.PostText($"第 {i} 条"), Is.Zero);
            town.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.That(await town.PostText("多了"), Is.EqualTo(45009));
        Assert.That(await town.PostText("别的群", "key-2"), Is.Zero);

        // The first of the twenty is a minute old at 00:04:00; the window slides.
        town.Clock.SetUtcNow(SimulatedTown.Start.AddSeconds(59.999));
        Assert.That(await town.PostText("还早"), Is.EqualTo(45009));
        town.Clock.SetUtcNow(SimulatedTown.Start.AddSeconds(60));
        Assert.That(await town.PostText("可以"), Is.Zero);
        Assert.That(await town.PostText("又多了"), Is.EqualTo(45009));
        Assert.That(await town.Texts(), Has.Count.EqualTo(21).And.None.EqualTo("多了"));
    }

    [Test]
    public async Task Mentions_beside_a_text_are_kept()
    {
        await using var town = await SimulatedTown.Open();
        await town.Post(new { msgtype = "text", text = new { content = "请办", mentioned_list = new[] { "lisi", "@all" } } });
        var mentions = (await town.Messages()).Single().GetProperty("mentions").EnumerateArray().Select(m => m.GetString());
        Assert.That(mentions, Is.EqualTo(new[] { "lisi", "@all" }));
    }
}
