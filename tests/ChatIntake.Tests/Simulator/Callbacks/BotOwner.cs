using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ChatIntake.Simulator;
using ChatIntake.WeCom.Crypto;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChatIntake.Tests.Simulator.Callbacks;

/// <summary>The bot's owner at the other end: opens every callback and answers as the test says.</summary>
internal sealed class BotOwner : IAsyncDisposable
{
    private const string Token = "SmokeToken2026";
    private const string AesKey = "AwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5wMfO1dw";
    private static readonly CallbackCrypto Crypto = new(Token, AesKey, "");

    private readonly WebApplication app;
    private readonly List<Heard> heard = [];

    private BotOwner(WebApplication app) => this.app = app;

    /// <summary>A callback as it came in; Plain is null when it could not be opened.</summary>
    internal sealed record Heard(string Signature, string Timestamp, string Nonce, CryptoError Error, string? Plain)
    {
        internal JsonElement Json => JsonDocument.Parse(Plain!).RootElement;

        internal XElement Xml => XElement.Parse(Plain!);
    }

    internal IReadOnlyList<Heard> Callbacks
    {
        get { lock (heard) return [.. heard]; }
    }

    internal CallbackTarget Target => new(new Uri(app.Urls.First() + "/callback"), Token, AesKey);

    /// <summary>Starts listening; <paramref name="answer"/> is given the count of callbacks heard so far.</summary>
    internal static async Task<BotOwner> Open(Func<HttpContext, int, Task>? answer = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var owner = new BotOwner(builder.Build());
        owner.app.Run(async http =>
        {
            var count = await owner.Hear(http);
            await (answer?.Invoke(http, count) ?? Task.CompletedTask);
        });
        await owner.app.StartAsync();
        return owner;
    }

    /// <summary>Answers with an encrypted stream that is finished.</summary>
    internal static async Task ReplyWithStream(HttpContext http, string markdown)
    {
        var nonce = http.Request.Query["nonce"].ToString();
        var encrypt = Crypto.Encrypt(JsonSerializer.Serialize(
            new { msgtype = "stream", stream = new { id = "S1", finish = true, content = markdown } }));
        await http.Response.WriteAsync(JsonSerializer.Serialize(
            new { encrypt, msgsignature = Crypto.Sign("1582243380", nonce, encrypt), timestamp = 1582243380, nonce }));
    }

    /// <summary>Answers with an encrypted XML text.</summary>
    internal static async Task ReplyWithText(HttpContext http, string text)
    {
        var encrypt = Crypto.Encrypt($"<xml><MsgType>text</MsgType><Text><Content><![CDATA[{text}]]></Content></Text></xml>");
        var signature = Crypto.Sign("1582243380", "n1", encrypt);
        await http.Response.WriteAsync(
            $"<xml><Encrypt>{encrypt}</Encrypt><MsgSignature>{signature}</MsgSignature><TimeStamp>1582243380</TimeStamp><Nonce>n1</Nonce></xml>");
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<int> Hear(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var encrypt = body.StartsWith('{')
            ? JsonDocument.Parse(body).RootElement.GetProperty("encrypt").GetString()!
            : XElement.Parse(body).Element("Encrypt")!.Value;
        var (signature, timestamp, nonce) = (Query("msg_signature"), Query("timestamp"), Query("nonce"));
        var opened = Crypto.Open(signature, timestamp, nonce, encrypt);
        lock (heard)
        {
            heard.Add(new Heard(signature, timestamp, nonce, opened.Error, opened.Ok ? opened.Message : null));
            return heard.Count;
        }

        string Query(string name) => http.Request.Query[name].ToString();
    }
}
