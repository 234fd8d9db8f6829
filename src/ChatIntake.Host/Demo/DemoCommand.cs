using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Host.Channels;
using ChatIntake.Host.Cli;
using ChatIntake.Host.Settings;
using ChatIntake.Host.Workers;
using ChatIntake.Journal;
using ChatIntake.Simulator;
using ChatIntake.Simulator.Playing;

namespace ChatIntake.Host.Demo;

/// <summary>What to play and where.</summary>
internal sealed record DemoChoices(string Transcript, string Roster, string Routes, int Port, bool Once);

/// <summary>
/// <c>chatintake demo</c>: the service and a WeCom look-alike in one process, talking over loopback HTTP only; a transcript is played through the real protocol, and then
/// anybody may chat on a page.
/// </summary>
internal static class DemoCommand
{
    private const string Token = "DemoToken2020";
    private const string Folder = "demo-store";

    public static Command Create()
    {
        var transcript = new Option<string>("--transcript") { Description = "The transcript to play.", DefaultValueFactory = _ => "data/town/morning.jsonl" };
        var roster = new Option<string>("--roster") { Description = "The roster; \"none\" plays among strangers.", DefaultValueFactory = _ => "data/town/roster.json" };
        var routes = new Option<string>("--routes") { Description = "The routes; \"none\" goes by the roster.", DefaultValueFactory = _ => "data/town/routes.json" };
        var port = new Option<int>("--port") { Description = "Where the chat page is served.", DefaultValueFactory = _ => 8020 };
        var once = new Option<bool>("--once") { Description = "Play, print the summary, and end." };
        var command = new Command("demo", "Play a morning of an enterprise group, then chat with the bot yourself.") { transcript, roster, routes, port, once };
        command.SetAction((parsed, cancellation) => StartUp.Guard(() => Run(
            new DemoChoices(
                parsed.GetRequiredValue(transcript), parsed.GetRequiredValue(roster), parsed.GetRequiredValue(routes), parsed.GetRequiredValue(port), parsed.GetValue(once)),
            Console.Out, cancellation)));
        return command;
    }

    internal static async Task<int> Run(DemoChoices choices, TextWriter output, CancellationToken cancellation)
    {
        var transcript = TranscriptLine.Read(RuleFiles.Locate(choices.Transcript));
        foreach (var problem in transcript.Problems) await output.WriteLineAsync($"{choices.Transcript} 第 {problem.Number} 行:{problem.Reason}");
        var town = DemoTown.From(
            choices.Roster == "none" ? "" : await File.ReadAllTextAsync(RuleFiles.Locate(choices.Roster), cancellation), DemoSettings.Corp, transcript.Lines.Select(l => l.Chat).Distinct());
        var clocks = Clocks.Real();
        if (transcript.Lines.Count > 0) clocks.Desk.StandAt(transcript.Lines[0].At.AddMinutes(-1));

        var key = DemoSettings.NewAesKey();
        var callback = new Uri($"http://127.0.0.1:{FreePort()}");
        await using var simulator = await WeComSimulator.StartAsync(new SimulatorOptions
        {
            Corp = DemoSettings.Corp, Clock = clocks.Desk, Groups = town.Groups, Users = town.Users, ArchiveSecret = DemoSettings.ArchiveSecret, Port = choices.Once ? 0 : choices.Port,
            AiBot = new CallbackTarget(new Uri(callback, "/callback/bot"), Token, key),
        }, cancellation);
        using var folder = new FreshFolder(choices.Once ? Path.Combine(Path.GetTempPath(), $"chatintake-demo-{Environment.ProcessId}") : Folder, keep: !choices.Once);
        await using var app = IntakeApp.Build(clocks, DemoSettings.Of(folder.Path, callback, simulator.BaseUrl, Token, key, town));
        await IntakeApp.Start(app, [(RuleKinds.Roster, town.Roster), .. DemoSettings.Routes(choices.Routes)], cancellation);

        var screen = new DemoScreen(app.Services.GetRequiredService<IStore>(), app.Services.GetRequiredService<DeskRunner>(), output);
        screen.Begin();
        var pace = new DemoPace(
            clocks.Desk, app.Services.GetRequiredService<Pipeline>(), app.Services.GetRequiredKeyedService<ArchiveFeed>(DemoSettings.Archive), screen.Refresh);
        await Play(transcript.Lines, simulator, pace, cancellation);
        if (choices.Once)
        {
            await app.StopAsync(cancellation);
            return 0;
        }
        clocks.Desk.Run();
        await output.WriteLineAsync($"\n💬 {simulator.BaseUrl}  打开这个网页,以任何成员的身份发言,看机器人怎么答。按 Ctrl+C 结束。");
        await Follow(screen, app, cancellation);
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task Play(IReadOnlyList<TranscriptLine> lines, WeComSimulator simulator, DemoPace pace, CancellationToken cancellation)
    {
        if (lines.Count == 0) return;
        using var http = new HttpClient { BaseAddress = simulator.BaseUrl };
        await new TranscriptPlayer(http, pace, DemoSettings.BotName).Play(lines, cancellation);
        // The day goes on until its summary.
        var last = lines[^1].At;
        var cut = last.DayInChina().AtInChina(new TimeOnly(17, 30));
        await pace.WaitUntil(cut > last ? cut : cut.AddDays(1), cancellation);
        await pace.Settle(cancellation);
    }

    private static async Task Follow(DemoScreen screen, WebApplication app, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300), app.Services.GetRequiredService<Clocks>().Machine);
        var stopping = app.Lifetime.ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping);
        try
        {
            while (await timer.WaitForNextTickAsync(either.Token)) screen.Refresh();
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C ends the demo.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
