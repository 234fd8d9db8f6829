using System.Net;
using ChatIntake.WeCom.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatIntake.Tests.WeCom.Webhooks;

public sealed class WebhookClientTests
{
    private const string Key = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";

    [Test]
    public async Task A_post_goes_out_as_WeCom_wants_it()
    {
        var (line, type, body) = ("", "", "");
        await using var server = await LocalServer.StartAsync(async context =>
        {
            line = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
            type = context.Request.ContentType;
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            await context.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");
        });
        var result = await SendAsync(server.Url);
        Assert.That((result.Outcome, result.ErrorCode), Is.EqualTo((WebhookOutcome.Delivered, 0)));
        Assert.That(line, Is.EqualTo($"POST /cgi-bin/webhook/send?key={Key}"));
        Assert.That(type, Does.StartWith("application/json"));
        Assert.That(body, Is.EqualTo("""{"msgtype":"text","text":{"content":"已登记 CASE-0042"}}"""));
    }

    [TestCase(200, """{"errcode":45009,"errmsg":"api freq out of limit"}""", WebhookOutcome.WaitMinute, 45009)]
    [TestCase(200, """{"errcode":93000,"errmsg":"ok"}""", WebhookOutcome.DisableWay, 93000)]
    [TestCase(200, """{"errcode":"45002"}""", WebhookOutcome.SplitAndResend, 45002)]
    [TestCase(404, """{"errcode":0}""", WebhookOutcome.Delivered, 0)]
    [TestCase(500, """{"errcode":-1}""", WebhookOutcome.RetrySoon, -1)]
    [TestCase(200, "<html>please log in</html>", WebhookOutcome.Unknown, 0)]
    [TestCase(200, "", WebhookOutcome.Unknown, 0)]
    [TestCase(200, """{"errmsg":"ok"}""", WebhookOutcome.Unknown, 0)]
    [TestCase(500, "", WebhookOutcome.Unknown, 0)]
    [TestCase(502, "<html>bad gateway</html>", WebhookOutcome.Unknown, 0)]
    [TestCase(503, "", WebhookOutcome.RetrySoon, 0)]
    [TestCase(403, "", WebhookOutcome.RetrySoon, 0)]
    public async Task The_errcode_decides_and_the_status_only_without_one(int status, string body, WebhookOutcome outcome, int errorCode)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        var result = await SendAsync(server.Url);
        Assert.That((result.Outcome, result.ErrorCode), Is.EqualTo((outcome, errorCode)));
        Assert.That(result.Detail, Is.Not.Empty);
    }

    [Test]
    public async Task A_redirect_is_not_followed_since_the_address_holds_the_key()
    {
        var asked = 0;
        await using var server = await LocalServer.StartAsync(context =>
        {
            asked++;
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        Assert.That((await SendAsync(server.Url)).Outcome, Is.EqualTo(WebhookOutcome.RetrySoon));
        Assert.That(asked, Is.EqualTo(1));
    }

    [Test]
    public async Task The_key_is_redacted_where_WeCom_repeats_it()
    {
        await using var server = await LocalServer.StartAsync(context => context.Response.WriteAsync(
            $$"""{"errcode":93000,"errmsg":"invalid webhook url {{Key}}, {{new string('x', 1000)}}"}"""));
        var result = await SendAsync(server.Url);
        Assert.That(result.Detail, Does.Contain("invalid webhook url ***").And.Not.Contains(Key));
        Assert.That(result.Detail, Has.Length.LessThanOrEqualTo(400));
    }

    [Test]
    public async Task A_server_that_is_not_there_got_nothing()
    {
        var server = await LocalServer.StartAsync(_ => Task.CompletedTask);
        var url = server.Url;
        await server.DisposeAsync();
        Assert.That((await SendAsync(url)).Outcome, Is.EqualTo(WebhookOutcome.RetrySoon));
    }

    [Test]
    public async Task A_connection_lost_after_sending_leaves_it_unknown()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Assert.That((await SendAsync(server.Url)).Outcome, Is.EqualTo(WebhookOutcome.Unknown));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_answer_that_does_not_come_leaves_it_unknown(bool stallInBody)
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            if (stallInBody)
                await context.Response.WriteAsync("{");
            await NeverAsync(context.RequestAborted);
        });
        var result = await SendAsync(server.Url, TimeSpan.FromMilliseconds(100));
        Assert.That(result, Is.EqualTo(new WebhookResult(WebhookOutcome.Unknown, 0, "No answer in time.")));
    }

    [Test]
    public async Task Stopping_is_no_outcome()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await LocalServer.StartAsync(async context =>
        {
            await stop.CancelAsync();
            await NeverAsync(context.RequestAborted);
        });
        Assert.That(async () => await SendAsync(server.Url, stop: stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task There_are_no_retries_and_an_open_breaker_is_an_outcome()
    {
        var asked = 0;
        await using var server = await LocalServer.StartAsync(context =>
        {
            asked++;
            context.Response.StatusCode = (int)HttpStatusCode.InternalServerError;
            return Task.CompletedTask;
        });
        await using var services = Services(server.Url);
        var client = services.GetRequiredService<WebhookClient>();
        for (var i = 1; i <= WebhookRegistration.BreakerAttempts; i++)
        {
            await client.SendAsync(Key, WebhookPost.Text("x"), default);
            Assert.That(asked, Is.EqualTo(i));
        }
        var refused = await client.SendAsync(Key, WebhookPost.Text("x"), default);
        Assert.That(asked, Is.EqualTo(WebhookRegistration.BreakerAttempts));
        Assert.That(refused.Outcome, Is.EqualTo(WebhookOutcome.RetrySoon));
        Assert.That(refused.Detail, Does.StartWith("Not tried"));
    }

    private static ServiceProvider Services(Uri url, TimeSpan? timeout = null) => new ServiceCollection()
        .AddWeComWebhooks(options =>
        {
            options.BaseUrl = url;
            options.AttemptTimeout = timeout ?? options.AttemptTimeout;
        })
        .BuildServiceProvider();

    private static async Task<WebhookResult> SendAsync(Uri url, TimeSpan? timeout = null, CancellationToken stop = default)
    {
        await using var services = Services(url, timeout);
        return await services.GetRequiredService<WebhookClient>().SendAsync(Key, WebhookPost.Text("已登记 CASE-0042"), stop);
    }

    private static Task NeverAsync(CancellationToken until) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, until);
}
