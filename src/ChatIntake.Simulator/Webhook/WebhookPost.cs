using System.Text;
using System.Text.Json;
using ChatIntake.Simulator.Chat;

namespace ChatIntake.Simulator.Webhook;

/// <summary>
/// A post in the form of the group webhook (document 91770): text, markdown or markdown_v2. The kinds that refer to
/// uploaded media and the template cards are refused with 40008, as an unknown kind is.
/// </summary>
internal sealed record WebhookPost(string MsgType, string Content, IReadOnlyList<string> Mentions)
{
    internal const int TextBytes = 2048;
    internal const int MarkdownBytes = 4096;

    internal MessageKind Kind => MsgType == "text" ? MessageKind.Text : MessageKind.Markdown;

    /// <summary>Reads <paramref name="body"/>, or says why not.</summary>
    internal static (WebhookPost? Post, WireAnswer Answer) Read(byte[] body)
    {
        JsonDocument json;
        try { json = JsonDocument.Parse(body); }
        catch (JsonException) { return (null, WireAnswer.Refused(Errcode.UnknownMsgType, "invalid message type, Warning: wrong json format. ")); }
        using (json) return Read(json.RootElement);
    }

    private static (WebhookPost?, WireAnswer) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return Refused(Errcode.BadParameter);
        if (!root.TryGetProperty("msgtype", out var type) || type.ValueKind != JsonValueKind.String) return Refused(Errcode.UnknownMsgType);
        var msgType = type.GetString()!;
        if (msgType is not ("text" or "markdown" or "markdown_v2")) return Refused(Errcode.UnknownMsgType);

        if (!root.TryGetProperty(msgType, out var part)) return Refused(Errcode.Empty);
        if (part.ValueKind != JsonValueKind.Object) return Refused(Errcode.BadParameter);
        if (!part.TryGetProperty("content", out var said) || said.ValueKind == JsonValueKind.Null) return Refused(Errcode.Empty);
        if (said.ValueKind != JsonValueKind.String || Text(said) is not { } content) return Refused(Errcode.BadParameter);
        if (string.IsNullOrWhiteSpace(content)) return Refused(Errcode.Empty);
        if (Encoding.UTF8.GetByteCount(content) > (msgType == "text" ? TextBytes : MarkdownBytes)) return Refused(Errcode.TooLong);

        // Mentions beside the text work for text only.
        if (msgType != "text") return (new WebhookPost(msgType, content, []), WireAnswer.Done);
        if (Mentioned(part, "mentioned_list") is not { } users || Mentioned(part, "mentioned_mobile_list") is not { } mobiles)
            return Refused(Errcode.BadParameter);
        return (new WebhookPost(msgType, content, [.. users, .. mobiles]), WireAnswer.Done);
    }

    private static string[]? Mentioned(JsonElement part, string name)
    {
        if (!part.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null) return [];
        if (list.ValueKind != JsonValueKind.Array) return null;
        var items = list.EnumerateArray().Select(i => i.ValueKind == JsonValueKind.String ? Text(i) : null).ToArray();
        return items.Contains(null) ? null : [.. items.OfType<string>()];
    }

    // A lone surrogate may be written in JSON, but is no text.
    private static string? Text(JsonElement value)
    {
        try { return value.GetString(); }
        catch (InvalidOperationException) { return null; }
    }

    private static (WebhookPost?, WireAnswer) Refused(int errcode) => (null, WireAnswer.Refused(errcode));
}
