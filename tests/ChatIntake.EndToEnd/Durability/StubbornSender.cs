using System.Collections.Concurrent;
using System.Net;
using ChatIntake.EndToEnd.Running;

namespace ChatIntake.EndToEnd.Durability;

/// <summary>Posts messages without end, each again and again until it is acknowledged, as WeCom repeats them; no two say the same.</summary>
internal sealed class StubbornSender : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromMilliseconds(150);
    private static readonly string[] Firms = ["e001-dai", "e002-tan", "e003-shi", "e004-mo", "e005-ran", "e006-ding", "e007-ma", "e008-he", "e009-meng", "e010-bai"];

    private readonly HttpClient http;
    private readonly SignedCallbacks callbacks;
    private readonly ConcurrentDictionary<string, string> acknowledged = new(StringComparer.Ordinal);
    private readonly Task[] loops;
    private int number;
    private int attempts;
    private volatile bool ending;

    internal StubbornSender(Uri address, int senders)
    {
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        callbacks = new SignedCallbacks(http, "/callback/bot", Town.Token, Town.AesKey, TimeProvider.System.GetUtcNow);
        loops = [.. Enumerable.Range(0, senders).Select(_ => Task.Run(Loop))];
    }

    /// <summary>Message ids that were answered with 200, and what they said.</summary>
    internal IReadOnlyDictionary<string, string> Acknowledged => acknowledged;

    internal int Attempts => attempts;

    /// <summary>Sends nothing new; completes when everything begun is acknowledged.</summary>
    internal Task Finish()
    {
        ending = true;
        return Task.WhenAll(loops);
    }

    public async ValueTask DisposeAsync()
    {
        http.CancelPendingRequests();
        ending = true;
        await Task.WhenAll(loops).ContinueWith(_ => { }, TaskScheduler.Default);
        http.Dispose();
    }

    private async Task Loop()
    {
        while (!ending)
        {
            var n = Interlocked.Increment(ref number);
            var (id, user, text) = Message(n);
            while (!await Post(Plain.BotJson(id, text, user))) await Task.Delay(PauseWhenRefused, TimeProvider.System);
            acknowledged[id] = text;
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private async Task<bool> Post(string plain)
    {
        Interlocked.Increment(ref attempts);
        try
        {
            using var response = await callbacks.PostJson(plain);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return false;
        }
    }

    // Mostly talk, some reports, whose receipts wait for the end of a burst, and some commands, which are answered at once.
    private static (string Id, string User, string Text) Message(int n) => (n % 20) switch
    {
        3 => ($"M{n}==", Firms[n / 20 % Firms.Length], $"@小企 我们第{n}批货的{n % 7 + 2}台车被堵在石牛口卡点,走不脱,求协调"),
        7 or 15 => ($"M{n}==", "b02", $"@小企 查询 #{100_000 + n}"),
        _ => ($"M{n}==", Firms[n % Firms.Length], $"@小企 今日到岗{n}人,体温正常"),
    };
}
