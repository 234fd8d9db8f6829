using ChatIntake.Desk;
using ChatIntake.Host.Settings;
using ChatIntake.Host.Workers;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Roster;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace ChatIntake.Host;

/// <summary>Builds and starts the service: settings checked, store opened, rules there, desk loaded; only then does it listen.</summary>
internal static class IntakeApp
{
    /// <param name="clocks">The desk's clock and the machine's.</param>
    /// <param name="overrides">Settings that outrank the file and the environment.</param>
    public static WebApplication Build(Clocks clocks, IEnumerable<KeyValuePair<string, string?>>? overrides = null)
    {
        var root = File.Exists("appsettings.json") ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = root });
        builder.Configuration.AddInMemoryCollection(overrides ?? []);
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        // What a command prints stays its own: warnings go beside it.
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Warning);
        // A port in use is told in one line by the verb; the framework's own stack trace adds nothing.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.AddSingleton(clocks);
        builder.Services.AddSettings(builder.Configuration).AddStore().AddIntake().AddDesk().AddNotices(builder.Configuration).AddChannels(builder.Configuration);
        var app = builder.Build();
        app.Urls.Clear();
        app.Urls.Add(builder.Configuration[$"{IntakeOptions.Section}:Listen:Url"] ?? new ListenOptions().Url);
        return app;
    }

    /// <summary>Starts listening; a new desk imports its first rules before.</summary>
    /// <param name="more">Rule documents beside those that the settings name.</param>
    public static async Task Start(WebApplication app, IEnumerable<(string Kind, string Text)> more, CancellationToken cancellation)
    {
        await Rules(app, more);
        app.MapCallbacks();
        app.MapGet("/health", Health);
        await app.StartAsync(cancellation);
    }

    // Notices in the list are those to whose audience no way leads: a group without a robot, or whose robot was removed.
    private static IResult Health(Pipeline pipeline, IStore store) => Results.Json(new
    {
        desk = pipeline.Desk.Desk.Value, idle = pipeline.Desk.Idle, position = pipeline.Desk.State.Position,
        posts = OutboxTable.OpenPosts(store, pipeline.Desk.Desk).Count, listed = OutboxTable.Listed(store, pipeline.Desk.Desk).Count,
    });

    /// <summary>The desk, loaded from a store that this version may read.</summary>
    /// <exception cref="InvalidDataException">Another version's store, or a damaged journal.</exception>
    public static async Task<DeskRunner> Desk(WebApplication app)
    {
        var store = app.Services.GetRequiredService<IStore>();
        await StoreSchema.Check(store);
        var desk = app.Services.GetRequiredService<DeskRunner>();
        await Rebuild.Renew(store, desk.Desk);
        return desk;
    }

    private static async Task Rules(WebApplication app, IEnumerable<(string Kind, string Text)> more)
    {
        var settings = app.Services.GetRequiredService<IOptions<IntakeOptions>>().Value;
        var store = app.Services.GetRequiredService<IStore>();
        var desk = await Desk(app);
        var files = RuleFiles.Read(settings.Desk.Data, settings.Desk.Roster, settings.Desk.Routes).Concat(more).ToList();
        var imported = false;
        foreach (var (kind, text) in files)
        {
            var inForce = desk.State.Rules.GetValueOrDefault(kind);
            if (inForce is null)
            {
                await RuleImport.Import(store, desk.Desk, kind, text, new RosterBinding(settings.Desk.Corp, Players: false), app.Services.GetRequiredService<Clocks>().Desk.GetUtcNow());
                imported = true;
            }
            else if (inForce.Source != RuleImport.SourceOf(text)) RuleLog.Differs(app.Logger, kind);
        }
        // Messages that waited while the program was down are decided after it listens again.
        if (!imported) return;
        await desk.Advance();
        foreach (var kind in files.Select(f => f.Kind).Where(k => !desk.State.Rules.ContainsKey(k))) RuleLog.Refused(app.Logger, kind);
    }
}

internal static partial class RuleLog
{
    [LoggerMessage(EventId = 251, Level = LogLevel.Warning, Message = "The file of the rule '{Kind}' differs from what the desk goes by; import it with: chatintake rules import {Kind} PATH")]
    public static partial void Differs(ILogger logger, string kind);

    [LoggerMessage(EventId = 252, Level = LogLevel.Error, Message = "The rule '{Kind}' was refused; messages wait until it is imported: chatintake rules import {Kind} PATH names the mistakes")]
    public static partial void Refused(ILogger logger, string kind);
}
