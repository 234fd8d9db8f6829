using ChatIntake.WeCom.Archive;
using Microsoft.AspNetCore.Http;

namespace ChatIntake.Tests.WeCom.Archive;

public sealed class HttpArchiveSourceTests
{
    private readonly HttpClient http = new();

    [OneTimeTearDown]
    public void CloseClient() => http.Dispose();

    [Test]
    public async Task A_pull_names_corp_position_and_limit_and_shows_the_secret_in_the_header_only()
    {
        var asked = "";
        await using var server = await LocalServer.StartAsync(context =>
        {
            asked = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.Headers.Authorization}";
            return context.Response.WriteAsync("""{"errcode":0,"chatdata":[{"seq":197}]}""");
        });
        var page = await Source(server.Url).PullAsync(196, 50, default);
        Assert.That(asked, Is.EqualTo("GET /cgi-bin/chatarchive/pull?corp=ww%261&seq=196&limit=50 Bearer s3cret"));
        Assert.That(page.SeqAfter(196), Is.EqualTo(197));
    }

    [Test]
    public async Task A_refusal_is_told_in_the_page()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        var page = await Source(server.Url).PullAsync(0, 1, default);
        Assert.That(page.Problem, Is.EqualTo("The archive answered HTTP 401."));
    }

    [Test]
    public async Task An_odd_content_type_does_not_matter()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/plain; charset=klingon";
            return context.Response.WriteAsync("""{"errcode":0}""");
        });
        Assert.That((await Source(server.Url).PullAsync(0, 1, default)).Ok, Is.True);
    }

    [Test]
    public async Task A_dead_server_is_told_in_the_page()
    {
        var server = await LocalServer.StartAsync(_ => Task.CompletedTask);
        var url = server.Url;
        await server.DisposeAsync();
        var page = await Source(url).PullAsync(0, 1, default);
        Assert.That(page.Problem, Does.StartWith("The archive cannot be reached").And.Not.Contains("s3cret"));
    }

    [Test]
    public async Task Stopping_is_no_failure_of_the_archive()
    {
        await using var server = await LocalServer.StartAsync(_ => Task.CompletedTask);
        Assert.That(
            async () => await Source(server.Url).PullAsync(0, 1, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(-1, 1)]
    [TestCase(0, 0)]
    [TestCase(0, 1001)]
    public void A_position_or_limit_out_of_range_is_a_bug_of_the_caller(long afterSeq, int limit) =>
        Assert.That(
            async () => await Source(new Uri("http://127.0.0.1:1")).PullAsync(afterSeq, limit, default),
            Throws.InstanceOf<ArgumentOutOfRangeException>());

    private HttpArchiveSource Source(Uri url) => new(http, url, "ww&1", "s3cret");
}
