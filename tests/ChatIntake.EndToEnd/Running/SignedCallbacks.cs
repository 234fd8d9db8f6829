using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChatIntake.WeCom.Crypto;

namespace ChatIntake.EndToEnd.Running;

/// <summary>Sends what WeCom sends to one callback URL, right or deliberately wrong.</summary>
internal sealed class SignedCallbacks(HttpClient http, string path, string token, string aesKey, Func<DateTimeOffset> now)
{
    private readonly CallbackCrypto crypto = new(token, aesKey, "");

    internal string Encrypt(string plain) => crypto.Encrypt(plain);

    /// <summary>The address with a signature over <paramref name="signedText"/>.</summary>
    internal string Address(string signedText, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? now()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{path}?msg_signature={crypto.Sign(timestamp, "nonce42", signedText)}&timestamp={timestamp}&nonce=nonce42";
    }

    internal Task<HttpResponseMessage> PostJson(string plain) => Send(Sealed(plain, asXml: false));

    internal Task<HttpResponseMessage> PostXml(string plain) => Send(Sealed(plain, asXml: true));

    internal (string Address, byte[] Body) Sealed(string plain, bool asXml)
    {
        var encrypt = Encrypt(plain);
        var body = asXml ? $"<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>" : JsonSerializer.Serialize(new { encrypt });
        return (Address(encrypt), Encoding.UTF8.GetBytes(body));
    }

    internal Task<HttpResponseMessage> Send((string Address, byte[] Body) request) => Send(request.Address, new ByteArrayContent(request.Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/plain") } });

    internal async Task<HttpResponseMessage> Send(string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        return await http.SendAsync(request);
    }
}
