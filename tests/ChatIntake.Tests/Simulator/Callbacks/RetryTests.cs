using ChatIntake.WeCom.Crypto;
using Microsoft.Extensions.Time.Testing;

namespace ChatIntake.Tests.Simulator.Callbacks;

[TestFixture]
internal sealed class RetryTests
{
    [TestCase(500)]
    [TestCase(302)]
    [TestCase(204)]
    public async Task Anything_but_200_brings_the_same_msgid_again_until_it_is_answered(int status)
    {
        await using var owner = await BotOwner.Open((http, count) =>
        {
            http.Response.StatusCode = count < 3 ? status : 200;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        var callback = (await town.Say("@小企 停电")).GetProperty("callback");

        Assert.That(owner.Callbacks, Has.Count.EqualTo(3));
        Assert.That(owner.Callbacks.Select(MsgId).Distinct().ToArray(), Has.Length.EqualTo(1));
        Assert.That(owner.Callbacks.Select(c => c.Nonce), Is.Unique);
        Assert.That(callback.GetProperty("answered").GetBoolean(), Is.True);
        Assert.That(callback.GetProperty("attempts")[0].GetProperty("status").GetInt32(), Is.EqualTo(status));
    }

    [Test]
    public async Task After_three_retries_it_is_given_up_and_the_next_message_has_another_msgid()
    {
        await using var owner = await BotOwner.Open((http, _) => { http.Response.StatusCode = 500; return Task.CompletedTask; });
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        var callback = (await town.Say("@小企 停电")).GetProperty("callback");
        Assert.That(callback.GetProperty("answered").GetBoolean(), Is.False);
        Assert.That(owner.Callbacks, Has.Count.EqualTo(4));

        await town.Say("@小企 停电");
        Assert.That(owner.Callbacks.Select(MsgId).Distinct().ToArray(), Has.Length.EqualTo(2));
        var log = await town.Log();
        Assert.That(log.GetProperty("callbacks").EnumerateArray().Select(c => c.GetProperty("attempts").GetArrayLength()), Is.EqualTo(new[] { 4, 4 }));
    }

    [Test]
    public async Task An_answer_that_takes_longer_than_five_seconds_counts_as_none()
    {
        var machine = new FakeTimeProvider();
        await using var owner = await BotOwner.Open((http, count) =>
        {
            if (count > 1) return Task.CompletedTask;
            machine.Advance(TimeSpan.FromSeconds(5));
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        });
        await using var town = await SimulatedTown.Open(aiBot: owner.Target, machineClock: machine);
        var callback = (await town.Say("@小企 停电")).GetProperty("callback");
        Assert.That(callback.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("outcome").GetString()),
            Is.EqualTo(new[] { "timed out", "answered" }));
        Assert.That(owner.Callbacks.Select(MsgId).Distinct().ToArray(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Nobody_listening_is_given_up_too()
    {
        var owner = await BotOwner.Open();
        var target = owner.Target;
        await owner.DisposeAsync();
        await using var town = await SimulatedTown.Open(aiBot: target);
        var callback = (await town.Say("@小企 停电")).GetProperty("callback");
        Assert.That(callback.GetProperty("answered").GetBoolean(), Is.False);
        Assert.That(await town.Messages(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Duplicates_on_order_have_the_same_msgid()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        await town.Faults(new { duplicateCallbacks = true });
        await town.Say("@小企 停电");
        Assert.That(owner.Callbacks, Has.Count.EqualTo(2));
        Assert.That(owner.Callbacks.Select(MsgId).Distinct().ToArray(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Bad_signatures_on_order_do_not_open_and_the_retry_does()
    {
        await using var owner = await BotOwner.Open();
        await using var town = await SimulatedTown.Open(aiBot: owner.Target);
        await town.Faults(new { callbackBadSignature = 1 });
        await town.Say("@小企 一");
        await town.Say("@小企 二");
        Assert.That(owner.Callbacks.Select(c => c.Error), Is.EqualTo(new[] { CryptoError.SignatureMismatch, CryptoError.None }));
    }

    private static string? MsgId(BotOwner.Heard heard) => heard.Json.GetProperty("msgid").GetString();
}
