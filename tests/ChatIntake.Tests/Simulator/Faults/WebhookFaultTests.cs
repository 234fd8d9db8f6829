namespace ChatIntake.Tests.Simulator.Faults;

[TestFixture]
internal sealed class WebhookFaultTests
{
    [Test]
    public async Task Ordered_errors_are_given_as_often_as_ordered_and_only_to_their_key()
    {
        await using var town = await SimulatedTown.Open();
        await town.Faults(new
        {
            webhookErrors = new object[] { new { errcode = 93004, count = 1, key = "key-2" }, new { errcode = -1, count = 2 } },
        });
        int[] given =
        [
            await town.PostText("a"), await town.PostText("b", "key-2"), await town.PostText("c"),
            await town.PostText("d"), await town.PostText("e", "key-2"),
        ];
        Assert.That(given, Is.EqualTo(new[] { -1, 93004, -1, 0, 0 }));
        Assert.That(await town.Texts(), Is.EqualTo(new[] { "d" }));
    }

    [Test]
    public async Task A_dropped_post_breaks_the_connection_and_is_not_posted()
    {
        await using var town = await SimulatedTown.Open();
        await town.Faults(new { dropWebhook = 1 });
        Assert.That(async () => await town.PostText("没发出去"), Throws.InstanceOf<HttpRequestException>());
        Assert.That(await town.PostText("发出去了"), Is.Zero);
        Assert.That(await town.Texts(), Is.EqualTo(new[] { "发出去了" }));
    }

    [Test]
    public async Task A_lost_answer_breaks_the_connection_though_the_post_is_there()
    {
        await using var town = await SimulatedTown.Open();
        await town.Faults(new { loseWebhookAnswer = 1 });
        Assert.That(async () => await town.PostText("到了"), Throws.InstanceOf<HttpRequestException>());
        Assert.That(await town.Texts(), Is.EqualTo(new[] { "到了" }));
        var post = (await town.Log()).GetProperty("posts").EnumerateArray().Single();
        Assert.That(post.GetProperty("outcome").GetString(), Is.EqualTo("posted, answer lost"));
    }

    [Test]
    public async Task A_new_order_replaces_what_was_left_of_the_old_one()
    {
        await using var town = await SimulatedTown.Open();
        await town.Faults(new { webhookErrors = new[] { new { errcode = 45033, count = 9 } } });
        await town.Faults(new { });
        Assert.That(await town.PostText("好"), Is.Zero);
    }
}
