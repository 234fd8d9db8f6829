using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using ChatIntake.Simulator.Archive;
using ChatIntake.Simulator.Callbacks;
using ChatIntake.Simulator.Chat;
using ChatIntake.Simulator.Faults;
using ChatIntake.Simulator.Page;
using ChatIntake.Simulator.Webhook;

namespace ChatIntake.Simulator;

/// <summary>
/// A WeCom look-alike on 127.0.0.1: the server side of the protocol, and a page to chat on. It needs no account and no
/// network, and forgets everything when it is disposed.
/// </summary>
public sealed class WeComSimulator : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CallbackSender callbacks;

    private WeComSimulator(WebApplication app, CallbackSender callbacks, Uri baseUrl) =>
        (this.app, this.callbacks, BaseUrl) = (app, callbacks, baseUrl);

    /// <summary>Where it listens, with a closing slash; stands in for <c>https://qyapi.weixin.qq.com/</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Starts listening; the port is open when the task completes.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="ArgumentException">The EncodingAESKey of a callback is none.</exception>
    public static async Task<WeComSimulator> StartAsync(SimulatorOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var book = new AddressBook(options);
        var chat = new ChatLog(options.Clock);
        var faults = new FaultPlan();
        var log = new SimulatorLog();
        var links = new CallbackLinks(book, chat, log, options.Clock);
        var callbacks = new CallbackSender(options, book, chat, faults, log, links);

        var app = Listener(options.Port);
        MapPlatform(app, new WebhookEndpoint(book, chat, faults, new RateWindow(options.Clock), log, options.Clock),
            links, new ArchiveEndpoint(book, chat, options));
        MapSimulator(app, new SayEndpoint(book, chat, callbacks), faults, log, new PageEndpoint(book, chat, options.MachineClock));
        try { await app.StartAsync(cancel); }
        catch
        {
            callbacks.Dispose();
            await app.DisposeAsync();
            throw;
        }
        links.BaseUrl = new Uri(app.Urls.First());
        return new WeComSimulator(app, callbacks, links.BaseUrl);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        callbacks.Dispose();
    }

    // An empty builder reads no settings file and no environment: in the host's process those are the host's.
    private static WebApplication Listener(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        builder.Services.AddRoutingCore();
        // Pages that wait for news would hold up the end.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
        });
        var app = builder.Build();
        // A page elsewhere could have its own name point here.
        app.Use((http, next) =>
        {
            if (http.Request.Host.Host is "127.0.0.1" or "localhost") return next(http);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
        app.UseRouting();
        return app;
    }

    // Signals (Ctrl+C) are for the process; a guest in it that took them would keep it from ending.
    private sealed class GuestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static void MapPlatform(WebApplication app, WebhookEndpoint webhook, CallbackLinks links, ArchiveEndpoint archive)
    {
        app.MapPost("/cgi-bin/webhook/send", webhook.Send);
        app.MapGet("/cgi-bin/webhook/get_chat_info", links.TellChatInfo);
        app.MapPost("/cgi-bin/aibot/response", links.Respond);
        app.MapGet("/cgi-bin/chatarchive/pull", archive.Pull);
    }

    private static void MapSimulator(WebApplication app, SayEndpoint say, FaultPlan faults, SimulatorLog log, PageEndpoint page)
    {
        app.MapPost("/sim/say", say.Say);
        app.MapPost("/sim/addbot", say.AddBot);
        app.MapPost("/sim/faults", (FaultOrder order) => { faults.Set(order); return Results.NoContent(); });
        app.MapGet("/sim/log", () => Results.Json(log.Read()));
        app.MapGet("/sim/state", page.State);
        app.MapGet("/sim/messages", page.Messages);
        app.MapGet("/sim/events", page.Events);
        app.MapGet("/", (HttpContext http) => PageFiles.Serve(http, "index.html"));
        app.MapGet("/page/{name}", PageFiles.Serve);
    }
}
