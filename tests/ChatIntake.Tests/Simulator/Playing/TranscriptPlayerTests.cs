using ChatIntake.Simulator.Playing;
using Microsoft.Extensions.Time.Testing;

namespace ChatIntake.Tests.Simulator.Playing;

[TestFixture]
internal sealed class TranscriptPlayerTests
{
    [Test]
    public async Task Messages_are_said_in_order_at_their_instants_without_the_bots()
    {
        await using var town = await SimulatedTown.Open();
        var told = new List<string>();
        var player = new TranscriptPlayer(town.Http, new DeskPace(town.Clock), "小企", line => told.Add(line.Id));
        await player.Play([Line("d1", 0, "停电了"), Line("d2", 0, "我们也停了"), Line("d3", 3, "已登记", sender: "小企"), Line("d4", 7, "收到")]);

        var messages = await town.Messages();
        Assert.That(messages.Select(m => m.GetProperty("text").GetString()), Is.EqualTo(new[] { "停电了", "我们也停了", "收到" }));
        Assert.That(messages.Select(m => (m.GetProperty("at").GetDateTimeOffset() - SimulatedTown.Start).TotalMinutes), Is.EqualTo(new[] { 0, 0, 7 }));
        Assert.That(told, Is.EqualTo(new[] { "d1", "d2", "d4" }));
        Assert.That(player.Problems, Is.Empty);
    }

    [Test]
    public async Task Quotes_refer_to_the_messages_that_were_said()
    {
        await using var town = await SimulatedTown.Open();
        var player = new TranscriptPlayer(town.Http, new DeskPace(town.Clock), "小企");
        await player.Play([Line("d1", 0, "停电了"), Line("d2", 1, "别的"), Line("d3", 2, "@小企 登记", quote: "d1")]);
        var quote = (await town.Messages())[2].GetProperty("quote");
        Assert.That(quote.GetProperty("msgId").GetString(), Is.EqualTo(player.MessageIds["d1"]));
        Assert.That(quote.GetProperty("text").GetString(), Is.EqualTo("停电了"));
    }

    [Test]
    public async Task A_quote_of_what_was_not_played_is_told_and_the_message_is_said_all_the_same()
    {
        await using var town = await SimulatedTown.Open();
        var player = new TranscriptPlayer(town.Http, new DeskPace(town.Clock), "小企");
        await player.Play([Line("d1", 0, "已登记", sender: "小企"), Line("d2", 1, "谢谢", quote: "d1")]);
        Assert.That(await town.Texts(), Is.EqualTo(new[] { "谢谢" }));
        Assert.That(player.Problems.Single().Reason, Does.Contain("d1"));
    }

    [Test]
    public async Task What_the_simulator_refuses_is_told_and_passed_over()
    {
        await using var town = await SimulatedTown.Open();
        var player = new TranscriptPlayer(town.Http, new DeskPace(town.Clock), "小企");
        await player.Play([Line("d1", 0, new string('长', 10_001)), Line("d2", 0, "短")]);
        Assert.That(await town.Texts(), Is.EqualTo(new[] { "短" }));
        Assert.That(player.Problems.Single().Reason, Does.Contain("longer"));
    }

    private static TranscriptLine Line(string id, int minute, string text, string sender = "泰丰磷肥 熊总", string? quote = null) =>
        new(minute + 1, id, SimulatedTown.Start.AddMinutes(minute), SimulatedTown.Group, sender, text, quote, "text");

    /// <summary>A demo's pace: the desk's clock is moved to each message.</summary>
    private sealed class DeskPace(FakeTimeProvider clock) : IPace
    {
        public Task WaitUntil(DateTimeOffset at, CancellationToken cancel)
        {
            if (at > clock.GetUtcNow()) clock.SetUtcNow(at);
            return Task.CompletedTask;
        }
    }
}
