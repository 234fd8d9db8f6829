using System.Net.Http.Json;
using System.Text.Json;
using ChatIntake.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace ChatIntake.Tests.Simulator;

/// <summary>A running simulator with two groups, spoken to over HTTP.</summary>
internal sealed class SimulatedTown : IAsyncDisposable
{
    internal const string Group = "企业服务群";
    internal const string Key = "key-1";
    internal static readonly DateTimeOffset Start = new(2020, 2, 21, 0, 3, 0, TimeSpan.Zero);

    private readonly WeComSimulator simulator;

    private SimulatedTown(WeComSimulator simulator, FakeTimeProvider clock)
    {
        this.simulator = simulator;
        Clock = clock;
        Http = new HttpClient { BaseAddress = simulator.BaseUrl };
    }

    internal HttpClient Http { get; }

    internal FakeTimeProvider Clock { get; }

    internal Uri BaseUrl => simulator.BaseUrl;

    internal static async Task<SimulatedTown> Open(
        CallbackTarget? aiBot = null, CallbackTarget? robot = null, TimeProvider? machineClock = null,
        ArchiveQuotes archiveQuotes = ArchiveQuotes.AsField)
    {
        var clock = new FakeTimeProvider(Start);
        var simulator = await WeComSimulator.StartAsync(new SimulatorOptions
        {
            Corp = "ww1",
            ArchiveSecret = "secret",
            ArchiveQuotes = archiveQuotes,
            Clock = clock,
            MachineClock = machineClock ?? TimeProvider.System,
            CallbackRetryWait = TimeSpan.Zero,
            Groups =
            [
                new SimulatedGroup("wr1", Group, Key),
                new SimulatedGroup("wr2", "园区群", "key-2", CallbackKind.GroupRobotXml),
            ],
            Users = [new SimulatedUser("zhangsan", "泰丰磷肥 熊总"), new SimulatedUser("lisi", "工科局-涂静")],
            AiBot = aiBot,
            GroupRobot = robot,
        }, TestContext.CurrentContext.CancellationToken);
        return new SimulatedTown(simulator, clock);
    }

    internal async Task<JsonElement> Say(string text, string chat = Group, string sender = "泰丰磷肥 熊总", string? quote = null, string? type = null)
    {
        using var response = await Http.PostAsJsonAsync("sim/say", new { chat, sender, text, quote, type });
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    internal async Task<int> Post(object body, string key = Key)
    {
        using var response = await Http.PostAsJsonAsync("cgi-bin/webhook/send?key=" + key, body);
        return await Errcode(response);
    }

    internal Task<int> PostText(string content, string key = Key) => Post(new { msgtype = "text", text = new { content } }, key);

    internal static async Task<int> Errcode(HttpResponseMessage response)
    {
        var answer = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("errcode").GetInt32();
    }

    internal async Task Faults(object order)
    {
        using var response = await Http.PostAsJsonAsync("sim/faults", order);
        response.EnsureSuccessStatusCode();
    }

    internal Task<JsonElement> Log() => Http.GetFromJsonAsync<JsonElement>("sim/log");

    internal async Task<IReadOnlyList<JsonElement>> Messages(string chatId = "wr1")
    {
        var answer = await Http.GetFromJsonAsync<JsonElement>("sim/messages?limit=500&chatId=" + chatId);
        return [.. answer.GetProperty("messages").EnumerateArray()];
    }

    internal async Task<IReadOnlyList<string?>> Texts(string chatId = "wr1") =>
        [.. (await Messages(chatId)).Select(m => m.GetProperty("text").GetString())];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await simulator.DisposeAsync();
    }
}
