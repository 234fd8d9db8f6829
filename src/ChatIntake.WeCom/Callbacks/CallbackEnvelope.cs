using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatIntake.WeCom.Crypto;
using ChatIntake.WeCom.Wire;

namespace ChatIntake.WeCom.Callbacks;

/// <summary>In which form a callback came; the reply takes the same.</summary>
public enum EnvelopeFormat
{
    Xml,
    Json,
}

/// <summary>
/// The cipher text of a request body, or the problem why it has none (for the log; it holds nothing of the body).
/// </summary>
public readonly record struct EncryptedBody(EnvelopeFormat Format, string Encrypt, string Problem)
{
    public bool Ok => Problem.Length == 0;
}

/// <summary>
/// An encrypted passive reply. The timestamp counts Unix seconds; the nonce is the request's: an AI bot insists on it, a group
/// robot accepts it.
/// </summary>
public sealed record EncryptedReply(string Encrypt, string Signature, long Timestamp, string Nonce)
{
    /// <summary>Encrypts and signs a reply.</summary>
    public static EncryptedReply Seal(CallbackCrypto crypto, string message, DateTimeOffset now, string nonce)
    {
        var timestamp = now.ToUnixTimeSeconds();
        var encrypt = crypto.Encrypt(message);
        return new EncryptedReply(encrypt, crypto.Sign($"{timestamp}", nonce, encrypt), timestamp, nonce);
    }
}

/// <summary>The XML and JSON around a cipher text.</summary>
public static class CallbackEnvelope
{
    // Base64 stays readable; nothing here is ever put into a web page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Finds the cipher text in a request body. The first character tells the form, since callbacks may come without a
    /// Content-Type; a byte order mark is skipped. Never throws.
    /// </summary>
    public static EncryptedBody ReadEncrypt(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body).TrimStart('\uFEFF').TrimStart();
        return text switch
        {
            ['<', ..] => Read(EnvelopeFormat.Xml, XmlText.Parse(text, out var problem).Text("Encrypt"), problem),
            ['{', ..] => Read(EnvelopeFormat.Json, WireJson.ParseObject(text, out var problem)?.Text("encrypt"), problem),
            _ => new EncryptedBody(default, "", "The body is neither XML nor JSON."),
        };
    }

    public static string Write(EncryptedReply reply, EnvelopeFormat format) =>
        format == EnvelopeFormat.Json ? WriteJson(reply) : WriteXml(reply);

    public static string WriteXml(EncryptedReply reply) =>
        $"<xml><Encrypt>{XmlText.CData(reply.Encrypt)}</Encrypt><MsgSignature>{XmlText.CData(reply.Signature)}</MsgSignature>"
        + $"<TimeStamp>{reply.Timestamp}</TimeStamp><Nonce>{XmlText.CData(reply.Nonce)}</Nonce></xml>";

    public static string WriteJson(EncryptedReply reply) =>
        JsonSerializer.Serialize(new JsonReply(reply.Encrypt, reply.Signature, reply.Timestamp, reply.Nonce), Plain);

    private static EncryptedBody Read(EnvelopeFormat format, string? encrypt, string problem) => encrypt is { Length: > 0 }
        ? new EncryptedBody(format, encrypt, "")
        : new EncryptedBody(format, "", problem.Length > 0 ? problem : "The body holds no cipher text.");

    private sealed record JsonReply(
        [property: JsonPropertyName("encrypt")] string Encrypt,
        [property: JsonPropertyName("msgsignature")] string Signature,
        [property: JsonPropertyName("timestamp")] long Timestamp,
        [property: JsonPropertyName("nonce")] string Nonce);
}
