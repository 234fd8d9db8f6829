using System.Text.Json;
using ChatIntake.WeCom.Wire;

namespace ChatIntake.WeCom.Callbacks;

/// <summary>The names in which the two JSON forms differ.</summary>
internal sealed record JsonDialect(string Mixed, string ItemType, string EventType)
{
    internal static readonly JsonDialect Robot = new("mixed_message", "msg_type", "event_type");
    internal static readonly JsonDialect Bot = new("mixed", "msgtype", "eventtype");
}

/// <summary>The JSON of group robots and AI bots.</summary>
internal static class JsonCallback
{
    internal static CallbackResult Parse(string plain, JsonDialect dialect)
    {
        if (WireJson.ParseObject(plain, out var problem) is not { } root)
            return new CallbackResult(null, problem);

        var type = root.Text("msgtype");
        var messageId = root.Text("msgid");
        var text = TextOf(root, type, dialect);
        return new CallbackResult(new RobotCallback
        {
            MessageId = messageId ?? "",
            ChatId = root.Text("chatid") ?? "",
            ChatKind = CallbackFields.ChatKindOf(root.Text("chattype")),
            SenderId = root.Text("from", "userid") ?? "",
            SenderName = root.Text("from", "name"),
            SenderAlias = root.Text("from", "alias"),
            Kind = CallbackFields.KindOf(type, messageId, text),
            Text = text ?? "",
            QuoteText = root.Child("quote") is { } quote ? TextOf(quote, quote.Text("msgtype"), dialect) : null,
            WebhookUrl = root.Text("webhook_url"),
            ChatInfoUrl = root.Text("get_chat_info_url"),
            ResponseUrl = root.Text("response_url"),
            EventType = root.Text("event", dialect.EventType),
            CreateTime = CallbackFields.UnixSeconds(root.Text("create_time")),
            Raw = plain,
        }, "");
    }

    private static string? TextOf(JsonElement message, string? type, JsonDialect dialect) => type switch
    {
        "text" => message.Text("text", "content"),
        "mixed" => Joined(message, dialect),
        "image" => Placeholders.Image,
        "voice" => message.Text("voice", "content") ?? Placeholders.Voice,
        "file" => Placeholders.File,
        "video" => Placeholders.Video,
        "attachment" => Placeholders.Button,
        "event" or "stream" => "",
        _ => null,
    };

    private static string? Joined(JsonElement message, JsonDialect dialect) => message.Child(dialect.Mixed) is { } mixed
        ? string.Join('\n', mixed.Items("msg_item").Select(item => ItemText(item, dialect)).OfType<string>())
        : null;

    private static string? ItemText(JsonElement item, JsonDialect dialect) => item.Text(dialect.ItemType) switch
    {
        "text" => item.Text("text", "content"),
        "image" => Placeholders.Image,
        _ => null,
    };
}
