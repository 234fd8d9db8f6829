using System.Globalization;
using System.Net.Http.Json;

namespace ChatIntake.Tests.Simulator.Callbacks;

[TestFixture]
internal sealed class AiBotCallbackTests
{
    [Test]
    public async Task A_mention_comes_signed_and_encrypted_and_with_what_the_platform_tells()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        var said = await town.Say("@小企 三楼 <停电> & \"漏水\" 🖨");

        var heard = owner.Callbacks.Single();
        Assert.That(heard.Timestamp, Is.EqualTo(SimulatedTown.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        var message = heard.Json;
        Assert.That(message.EnumerateObject().Select(p => p.Name),
            Is.EquivalentTo(new[] { "msgid", "aibotid", "chatid", "chattype", "from", "response_url", "msgtype", "text" }));
        Assert.That(message.GetProperty("chatid").GetString(), Is.EqualTo("wr1"));
        Assert.That(message.GetProperty("chattype").GetString(), Is.EqualTo("group"));
        Assert.That(message.GetProperty("from").GetProperty("userid").GetString(), Is.EqualTo("zhangsan"));
        Assert.That(message.GetProperty("text").GetProperty("content").GetString(), Is.EqualTo("@小企 三楼 <停电> & \"漏水\" 🖨"));
        Assert.That(message.GetProperty("msgid").GetString(), Is.Not.EqualTo(said.GetProperty("msgId").GetString()));
        Assert.That(said.GetProperty("callback").GetProperty("answered").GetBoolean(), Is.True);
    }

    [Test]
    public async Task Only_mentions_of_the_bot_come_by_callback()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        await town.Say("小企在吗");
        await town.Say("@工科局-涂静 请看");
        await town.Say("早", sender: "小企业协会 王");
        await town.Say("@小企业协会 王 早");
        await town.Say("@小企 在吗", type: "file");
        Assert.That(owner.Callbacks, Is.Empty);
        await town.Say("请@小企业协会 王 和@小企 都看看");
        Assert.That(owner.Callbacks, Has.Count.EqualTo(1));
        Assert.That(await town.Messages(), Has.Count.EqualTo(6));
    }

    [Test]
    public async Task A_quote_comes_as_text_without_its_id_and_sender()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        var report = await town.Say("冷库停电了", sender: "峰味火腿-郎");
        var id = report.GetProperty("msgId").GetString()!;
        await town.Say("@小企 登记", sender: "工科局-涂静", quote: id);

        var heard = owner.Callbacks.Single();
        Assert.That(heard.Json.GetProperty("quote").GetRawText(), Is.EqualTo("""{"msgtype":"text","text":{"content":"冷库停电了"}}"""));
        Assert.That(heard.Plain, Does.Not.Contain(id).And.Not.Contain("郎"));
    }

    [Test]
    public async Task A_passive_stream_is_decrypted_and_shown_as_the_bots_words()
    {
        await using var owner = await BotOwner.Open((http, _) => BotOwner.ReplyWithStream(http, "已登记 **0012**"));
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        var said = await town.Say("@小企 停电");
        Assert.That(said.GetProperty("callback").GetProperty("reply").GetString(), Is.EqualTo("已登记 **0012**"));
        Assert.That(await town.Texts(), Is.EqualTo(new[] { "@小企 停电", "已登记 **0012**" }));
    }

    [Test]
    public async Task An_answer_that_is_not_encrypted_is_not_shown_but_ends_the_retries()
    {
        await using var owner = await BotOwner.Open((http, _) => http.Response.Body.WriteAsync("ok"u8.ToArray()).AsTask());
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        var callback = (await town.Say("@小企 停电")).GetProperty("callback");
        Assert.That(callback.GetProperty("reply").GetString(), Does.Contain("not in the form"));
        Assert.That(await town.Messages(), Has.Count.EqualTo(1));
        Assert.That(owner.Callbacks, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_response_url_posts_markdown_once_and_within_an_hour()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        await town.Say("@小企 一");
        await town.Say("@小企 二");
        var urls = owner.Callbacks.Select(c => c.Json.GetProperty("response_url").GetString()!).ToArray();

        Assert.That(await Respond(town, urls[0], "办好了"), Is.Zero);
        Assert.That(await Respond(town, urls[0], "再说一次"), Is.EqualTo(40058));
        town.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.That(await Respond(town, urls[1], "太晚了"), Is.EqualTo(40058));
        Assert.That(await town.Texts(), Is.EqualTo(new[] { "@小企 一", "@小企 二", "办好了" }));
    }

    private static async Task<int> Respond(SimulatedTown town, string url, string content)
    {
        using var response = await town.Http.PostAsJsonAsync(url, new { msgtype = "markdown", markdown = new { content } });
        return await SimulatedTown.Errcode(response);
    }
}
