using System.Net.Http.Json;
using System.Text.Json;
using ChatIntake.Simulator;

namespace ChatIntake.EndToEnd.Running;

/// <summary>A post as it reached the simulator.</summary>
internal sealed record ArrivedPost(DateTimeOffset At, string Key, string? Content, int Errcode, string Outcome)
{
    /// <summary>Whether the group got to see it.</summary>
    internal bool Seen => Outcome.StartsWith("posted", StringComparison.Ordinal);
}

/// <summary>The simulator, spoken to over HTTP only.</summary>
internal sealed class SimulatedWeCom : IAsyncDisposable
{
    private readonly WeComSimulator simulator;
    private readonly HttpClient http;

    private SimulatedWeCom(WeComSimulator simulator)
    {
        this.simulator = simulator;
        http = new HttpClient { BaseAddress = simulator.BaseUrl };
    }

    internal Uri BaseUrl => simulator.BaseUrl;

    internal static async Task<SimulatedWeCom> Start(SimulatorOptions options) => new(await WeComSimulator.StartAsync(options));

    /// <summary>Says something and returns the message's id; the bot's owner has been told by then.</summary>
    internal async Task<string> Say(string chatId, string userId, string text, string? quote = null)
    {
        using var response = await http.PostAsJsonAsync("sim/say", new { chatId, userId, text, quote });
        var answer = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("msgId").GetString()!;
    }

    internal async Task Faults(object order)
    {
        using var response = await http.PostAsJsonAsync("sim/faults", order);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What a group's members see, oldest first: who, what, and its id.</summary>
    internal async Task<IReadOnlyList<(bool Bot, string Text, string MsgId)>> Messages(string chatId)
    {
        var answer = await http.GetFromJsonAsync<JsonElement>($"sim/messages?limit=500&chatId={chatId}");
        return
        [
            .. answer.GetProperty("messages").EnumerateArray()
                .Select(m => (m.GetProperty("bot").GetBoolean(), m.GetProperty("text").GetString()!, m.GetProperty("msgId").GetString()!)),
        ];
    }

    internal async Task<IReadOnlyList<string>> BotPosts(string chatId) => [.. (await Messages(chatId)).Where(m => m.Bot).Select(m => m.Text)];

    internal async Task<IReadOnlyList<ArrivedPost>> Arrived()
    {
        var log = await http.GetFromJsonAsync<JsonElement>("sim/log");
        return [.. log.GetProperty("posts").Deserialize<List<ArrivedPost>>(JsonSerializerOptions.Web)!];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await simulator.DisposeAsync();
    }
}
