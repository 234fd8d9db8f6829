using System.Net.Http.Json;
using System.Text.Json;

namespace ChatIntake.Tests.Simulator.Callbacks;

[TestFixture]
internal sealed class GroupRobotCallbackTests
{
    private const string Group = "园区群";

    [Test]
    public async Task A_mention_comes_as_xml_whatever_the_text_holds()
    {
        const string Text = "@小企 <B2> & ]]> 门禁\u0001 🖨";
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(robot: owner.Target);
        await town.Say(Text, chat: Group);

        var message = owner.Callbacks.Single().Xml;
        Assert.That(message.Element("Text")!.Element("Content")!.Value, Is.EqualTo(Text.Replace("\u0001", "")));
        Assert.That(message.Element("ChatId")!.Value, Is.EqualTo("wr2"));
        Assert.That(message.Element("From")!.Element("UserId")!.Value, Is.EqualTo("zhangsan"));
        Assert.That(message.Element("From")!.Element("Name")!.Value, Is.EqualTo("泰丰磷肥 熊总"));
        Assert.That(message.Element("WebhookUrl")!.Value.Trim(), Is.EqualTo($"{town.BaseUrl}cgi-bin/webhook/send?key=key-2"));
    }

    [Test]
    public async Task The_documented_body_has_no_place_for_a_quote()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(robot: owner.Target);
        var first = await town.Say("停电了", chat: Group);
        await town.Say("@小企 登记", chat: Group, quote: first.GetProperty("msgId").GetString());
        Assert.That(owner.Callbacks.Single().Plain, Does.Not.Contain("停电了"));
    }

    [Test]
    public async Task The_group_is_told_once_and_within_five_minutes()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(robot: owner.Target);
        await town.Say("@小企 一", chat: Group);
        await town.Say("@小企 二", chat: Group);
        var urls = owner.Callbacks.Select(c => c.Xml.Element("GetChatInfoUrl")!.Value).ToArray();

        var info = await town.Http.GetFromJsonAsync<JsonElement>(urls[0]);
        Assert.That(info.GetProperty("name").GetString(), Is.EqualTo(Group));
        Assert.That(info.GetProperty("members").EnumerateArray().Select(m => m.GetProperty("userid").GetString()),
            Is.EqualTo(new[] { "zhangsan", "lisi" }));
        Assert.That(await Errcode(urls[0]), Is.EqualTo(40058));
        town.Clock.Advance(TimeSpan.FromMinutes(5.1));
        Assert.That(await Errcode(urls[1]), Is.EqualTo(40058));

        async Task<int> Errcode(string url)
        {
            using var response = await town.Http.GetAsync(url);
            return await SimulatedTown.Errcode(response);
        }
    }

    [Test]
    public async Task A_passive_text_is_decrypted_and_shown()
    {
        await using var owner = await BotOwner.Open((http, _) => BotOwner.ReplyWithText(http, "收到"));
        await using var town = await SimulatedTown.Open(robot: owner.Target);
        await town.Say("@小企 停电", chat: Group);
        Assert.That(await town.Texts("wr2"), Is.EqualTo(new[] { "@小企 停电", "收到" }));
    }

    [Test]
    public async Task The_robot_hears_that_it_was_added_and_the_archive_does_not()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(robot: owner.Target);
        using var response = await town.Http.PostAsJsonAsync("sim/addbot", new { chat = Group, userId = "lisi" });
        response.EnsureSuccessStatusCode();
        var message = owner.Callbacks.Single().Xml;
        Assert.That(message.Element("Event")!.Element("EventType")!.Value, Is.EqualTo("add_to_chat"));
        Assert.That(message.Element("From")!.Element("UserId")!.Value, Is.EqualTo("lisi"));

        town.Http.DefaultRequestHeaders.Authorization = new("Bearer", "secret");
        var archive = await town.Http.GetFromJsonAsync<JsonElement>("cgi-bin/chatarchive/pull?corp=ww1&seq=0&limit=10");
        Assert.That(archive.GetProperty("chatdata").GetArrayLength(), Is.Zero);
    }
}
