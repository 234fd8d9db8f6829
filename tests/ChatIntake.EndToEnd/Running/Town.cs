using ChatIntake.Chat;
using ChatIntake.Host;
using ChatIntake.Host.Channels;
using ChatIntake.Host.Demo;
using ChatIntake.Host.Settings;
using ChatIntake.Host.Workers;
using ChatIntake.Journal;
using ChatIntake.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatIntake.EndToEnd.Running;

/// <summary>
/// The real service on a store of its own, and the simulator, over loopback HTTP. The desk's clock stands until a test moves it, so that half an hour passes in an instant.
/// </summary>
internal sealed class Town : IAsyncDisposable
{
    internal const string Corp = "ww-qingrong";
    internal const string Enterprises = "wrQR-ENT-1";
    internal const string Park = "wrQR-ENT-2";
    internal const string Staff = "wrQR-STAFF";

    /// <summary>Token and key of the reference's test vectors V3 to V8.</summary>
    internal const string Token = "SmokeToken2026";
    internal const string AesKey = "AwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5wMfO1dw";

    internal static readonly DateTimeOffset Morning = new(2020, 2, 24, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly Uri address = new($"http://127.0.0.1:{FreePort.Next()}");
    private readonly Clocks clocks = Clocks.Real();
    private WebApplication? app;

    private Town() => Http = new HttpClient { BaseAddress = address };

    internal SimulatedWeCom WeCom { get; private set; } = null!;

    internal HttpClient Http { get; }

    internal SignedCallbacks Bot => new(Http, "/callback/bot", Token, AesKey, () => Now);

    internal SignedCallbacks Robot => new(Http, "/callback/robot", Token, AesKey, () => Now);

    internal DateTimeOffset Now => clocks.Desk.GetUtcNow();

    internal IStore Store => app!.Services.GetRequiredService<IStore>();

    private Pipeline Pipeline => app!.Services.GetRequiredService<Pipeline>();

    internal static async Task<Town> Open()
    {
        var town = new Town();
        town.clocks.Desk.StandAt(Morning);
        town.WeCom = await SimulatedWeCom.Start(new SimulatorOptions
        {
            Corp = Corp, Clock = town.clocks.Desk, CallbackRetryWait = TimeSpan.Zero, ArchiveSecret = "archive-secret",
            Groups =
            [
                new SimulatedGroup(Enterprises, "清榕市工业企业疫情防控和复工复产群", "key-1"),
                new SimulatedGroup(Park, "牛场坝园区企业群", "key-2", CallbackKind.GroupRobotXml),
                new SimulatedGroup(Staff, "专班工作群", "key-3"),
                new SimulatedGroup("wrNEW", "新建的群", null),
            ],
            Users = DemoTown.From(await File.ReadAllTextAsync(TownFile("roster.json")), Corp, []).Users,
            AiBot = new CallbackTarget(new Uri(town.address, "/callback/bot"), Token, AesKey),
            GroupRobot = new CallbackTarget(new Uri(town.address, "/callback/robot"), Token, AesKey),
        });
        await town.Start();
        return town;
    }

    internal static string TownFile(string name) => Path.Combine(AppContext.BaseDirectory, "data", "town", name);

    /// <summary>Stops the service and starts it again on the same store and address.</summary>
    internal async Task Restart()
    {
        await Stop();
        await Start();
    }

    /// <summary>Decides and posts until nothing is left to do at this instant.</summary>
    internal Task Settle() => Pipeline.Settle(TestContext.CurrentContext.CancellationToken);

    /// <summary>Lets time pass, stopping wherever something is due.</summary>
    internal async Task Pass(TimeSpan time)
    {
        var until = Now + time;
        await Settle();
        while (Pipeline.NextDue is { } due && due <= until)
        {
            clocks.Desk.StandAt(due);
            await Settle();
        }
        clocks.Desk.StandAt(until);
        await Settle();
    }

    /// <summary>Brings in what the archive has.</summary>
    internal async Task PullArchive()
    {
        Assert.That(await app!.Services.GetRequiredKeyedService<ArchiveFeed>("archive").Pull(TestContext.CurrentContext.CancellationToken), "the archive answers");
        await Settle();
    }

    internal MemberId Member(string user) => Intake.Addresses.FindMember(Store, new Intake.OuterAddress("wecom", Corp, user))!.Value;

    internal GroupId Group(string chat) => Intake.Addresses.FindGroup(Store, new Intake.OuterAddress("wecom", Corp, chat))!.Value;

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Http.Dispose();
        await WeCom.DisposeAsync();
        folder.Dispose();
    }

    private async Task Start()
    {
        app = IntakeApp.Build(clocks, TownSettings.Of(folder.Path, address, WeCom.BaseUrl));
        await IntakeApp.Start(app, [], CancellationToken.None);
    }

    private async Task Stop()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
    }
}
