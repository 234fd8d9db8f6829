using System.Net;
using ChatIntake.Desk;
using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Callbacks;

/// <summary>What is acknowledged is kept, and is kept once.</summary>
internal sealed class AcknowledgementTests
{
    private Town town = null!;

    [OneTimeSetUp]
    public async Task Open() => town = await Town.Open();

    [OneTimeTearDown]
    public async Task Close() => await town.DisposeAsync();

    [Test]
    public async Task A_bots_message_is_in_the_inbox_when_it_is_acknowledged()
    {
        using var response = await town.Bot.PostJson(Plain.BotJson("ack/bot==", "@小企 早上好"));
        await AcknowledgedAndKept(response, "ack/bot==");
    }

    [Test]
    public async Task A_robots_message_in_XML_is_in_the_inbox_when_it_is_acknowledged()
    {
        using var response = await town.Robot.PostXml(Plain.RobotXml("ack-xml", "@小企 早 <B2> & 各位"));
        await AcknowledgedAndKept(response, "ack-xml");
        Assert.That(town.Store.Text(new Chat.MessageId(town.Store.Inputs("ack-xml")[0].Value)), Is.EqualTo("@小企 早 <B2> & 各位"));
    }

    [Test]
    public async Task A_robots_message_in_JSON_is_in_the_inbox_when_it_is_acknowledged()
    {
        using var response = await town.Robot.PostJson(Plain.RobotJson("ack-json", "@小企 早"));
        await AcknowledgedAndKept(response, "ack-json");
    }

    [Test]
    public async Task The_same_message_four_times_and_after_a_restart_is_one()
    {
        for (var i = 0; i < 4; i++) await Post();
        await town.Restart();
        await Post();
        await town.Settle();
        Assert.That(town.Store.Inputs("repeated"), Has.Count.EqualTo(1));
        Assert.That(town.Store.Facts<MessageHeard>().Count(h => h.Message.Value == town.Store.Inputs("repeated")[0].Value), Is.EqualTo(1));

        async Task Post()
        {
            using var response = await town.Bot.PostJson(Plain.BotJson("repeated", "@小企 大家辛苦了"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    private async Task AcknowledgedAndKept(HttpResponseMessage response, string msgId)
    {
        Assert.That(town.Store.Inputs(msgId), Has.Count.EqualTo(1));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }
}
