using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using ChatIntake.WeCom.Crypto;

namespace ChatIntake.Simulator.Callbacks;

/// <summary>Wraps what goes to a callback URL and unwraps what is answered (reference: documents 90968, 99399, 101033).</summary>
internal sealed class CallbackEnvelope(CallbackTarget target, CallbackKind kind)
{
    private readonly CallbackCrypto crypto = new(target.Token, target.EncodingAesKey, target.ReceiveId);

    /// <summary>A request that carries <paramref name="plain"/>; each call encrypts and signs anew.</summary>
    internal HttpRequestMessage Wrap(string plain, DateTimeOffset at, bool badSignature)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetString("0123456789", 10);
        var encrypt = crypto.Encrypt(plain);
        var signature = crypto.Sign(timestamp, nonce, badSignature ? encrypt + "!" : encrypt);

        var joint = target.Url.Query.Length == 0 ? "?" : "&";
        var uri = new Uri($"{target.Url}{joint}msg_signature={signature}&timestamp={timestamp}&nonce={nonce}");
        var content = kind == CallbackKind.AiBotJson
            ? new StringContent(new JsonObject { ["encrypt"] = encrypt }.ToJsonString(), Encoding.UTF8, "application/json")
            : new StringContent($"<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>", Encoding.UTF8, "text/xml");
        return new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
    }

    /// <summary>The plain text of an answer, or why there is none.</summary>
    internal Answer Unwrap(string answer)
    {
        try
        {
            var (signature, timestamp, nonce, encrypt) = kind == CallbackKind.AiBotJson ? FromJson(answer) : FromXml(answer);
            var opened = crypto.Open(signature, timestamp, nonce, encrypt);
            return opened.Ok ? new(opened.Message, null) : new(null, $"answer not readable: {opened.Error}");
        }
        catch (Exception e) when (e is JsonException or XmlException or KeyNotFoundException or InvalidOperationException)
        {
            return new(null, "answer is not in the form of its request");
        }
    }

    internal readonly record struct Answer(string? Plain, string? Problem);

    private static (string, string, string, string) FromJson(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        var root = json.RootElement;
        return (root.GetProperty("msgsignature").GetString()!,
            // An integer here, unlike everywhere else; refused as a string.
            root.GetProperty("timestamp").GetInt64().ToString(CultureInfo.InvariantCulture),
            root.GetProperty("nonce").GetString()!,
            root.GetProperty("encrypt").GetString()!);
    }

    private static (string, string, string, string) FromXml(string answer)
    {
        var root = XElement.Parse(answer);
        return (Part("MsgSignature"), Part("TimeStamp"), Part("Nonce"), Part("Encrypt"));

        string Part(string name) => root.Element(name)?.Value.Trim() ?? throw new KeyNotFoundException(name);
    }
}
