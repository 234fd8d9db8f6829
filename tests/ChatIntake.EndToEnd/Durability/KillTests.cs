using System.Diagnostics;
using System.Net.Http.Json;
using ChatIntake.EndToEnd.Running;
using ChatIntake.Simulator;

namespace ChatIntake.EndToEnd.Durability;

/// <summary>The process is killed over and over while messages pour in; afterwards everything is counted.</summary>
internal sealed class KillTests
{
    private const int Rounds = 50;
    private const int Senders = 3;

    [Test]
    public async Task Killed_fifty_times_at_random_moments_it_loses_nothing_doubles_nothing_and_composes_no_notice_twice()
    {
        using var folder = new TemporaryFolder();
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        await using var wecom = await SimulatedWeCom.Start(new SimulatorOptions
        {
            Corp = Town.Corp, Groups = [new SimulatedGroup(Town.Enterprises, "企业群", "key-1"), new SimulatedGroup(Town.Park, "园区群", "key-2"), new SimulatedGroup(Town.Staff, "工作群", "key-3")],
        });
        await using var sender = new StubbornSender(address, Senders);
        using var service = new Service(folder.Path, address, wecom.BaseUrl);

        await KillRepeatedly(service);
        await service.SettleAndStop(sender.Finish);
        await TestContext.Out.WriteLineAsync($"{sender.Acknowledged.Count} messages in {sender.Attempts} attempts; start to first answer {service.MeanStart.TotalMilliseconds:0} ms on average.");

        await using var store = StoreReading.Open(folder.Path);
        var count = new Count(store, await wecom.Arrived());
        count.NothingAcknowledgedIsMissingOrDoubled(sender.Acknowledged);
        count.NoNoticeIsInTwoPosts();
        count.NoPostArrivedMoreOftenThanItWasTried();
        count.NoCaseHasTwoReceipts();
        count.TheBudgetWasKept();
    }

    private static async Task KillRepeatedly(Service service)
    {
        // Seeded: the moments differ from each other, not from run to run.
        var random = new Random(20200224);
        for (var round = 0; round < Rounds; round++)
        {
            using var program = service.Start();
            // The moment is counted from the start, from the first answer, or from when messages are decided and posted: each has its own halves to be left with.
            if (round % 10 < 7) await service.Answers(program);
            if (round % 10 < 3) await service.Decides(program);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 1500)), TimeProvider.System);
            var ended = await program.Kill();
            Assert.That(ended.Code, Is.EqualTo(137), $"Round {round}: it ended by itself: {ended.Errors}");
        }
    }

    /// <summary>The service as a process on one folder and address.</summary>
    private sealed class Service(string folder, Uri address, Uri wecom) : IDisposable
    {
        private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        private readonly List<TimeSpan> starts = [];
        private long started;

        internal TimeSpan MeanStart => TimeSpan.FromMilliseconds(starts.Average(s => s.TotalMilliseconds));

        internal Running.Program Start()
        {
            started = Stopwatch.GetTimestamp();
            return Running.Program.Start(folder, TownSettings.Environment(folder, address, wecom), "serve");
        }

        internal async Task Answers(Running.Program program)
        {
            await Eventually.True(async () => program.HasEnded || await Health() is not null, "it answers");
            starts.Add(Stopwatch.GetElapsedTime(started));
        }

        internal async Task Decides(Running.Program program)
        {
            var loaded = (await Health())?.Position;
            await Eventually.True(async () => program.HasEnded || (await Health())?.Position > loaded, "it decides");
        }

        internal async Task SettleAndStop(Func<Task> finish)
        {
            using var program = Start();
            await Answers(program);
            await finish();
            await Eventually.True(async () => await Health() is { Idle: true }, "everything is decided");
            var ended = await program.Stop();
            Assert.That(ended.Code, Is.Zero, ended.Errors);
        }

        public void Dispose() => http.Dispose();

        private async Task<State?> Health()
        {
            try { return await http.GetFromJsonAsync<State>("health"); }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException) { return null; }
        }

        private sealed record State(bool Idle, long Position);
    }
}
