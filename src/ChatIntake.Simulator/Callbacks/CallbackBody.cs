using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using ChatIntake.Simulator.Chat;

namespace ChatIntake.Simulator.Callbacks;

/// <summary>Plain texts of callbacks as they are before encryption.</summary>
internal static class CallbackBody
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// An AI bot's message (document 100719): no time, no display name, no group name; of a quote its kind and words only.
    /// </summary>
    internal static string AiBotMessage(string msgId, string aiBotId, string responseUrl, Draft said)
    {
        var body = new JsonObject
        {
            ["msgid"] = msgId,
            ["aibotid"] = aiBotId,
            ["chatid"] = said.Room.ChatId,
            ["chattype"] = "group",
            ["from"] = new JsonObject { ["userid"] = said.From.UserId },
            ["response_url"] = responseUrl,
            ["msgtype"] = "text",
            ["text"] = new JsonObject { ["content"] = said.Text },
        };
        if (said.Quote is { } quote) body["quote"] = Quoted(quote);
        return body.ToJsonString(Plain);
    }

    /// <summary>A group robot's message (document 99399), which has no place for a quote.</summary>
    internal static string RobotMessage(string msgId, string webhookUrl, string chatInfoUrl, Draft said) =>
        Robot(msgId, webhookUrl, chatInfoUrl, said.Room, said.From,
            new XElement("MsgType", "text"), new XElement("Text", new XElement("Content", Text(said.Text))));

    /// <summary>A group robot's event, such as <c>add_to_chat</c>.</summary>
    internal static string RobotEvent(string msgId, string webhookUrl, string chatInfoUrl, Room room, Person by, string eventType) =>
        Robot(msgId, webhookUrl, chatInfoUrl, room, by,
            new XElement("MsgType", "event"), new XElement("Event", new XElement("EventType", Text(eventType))));

    private static string Robot(string msgId, string webhookUrl, string chatInfoUrl, Room room, Person from, params XElement[] rest) =>
        new XElement("xml",
            // The documented samples have this stray space.
            new XElement("WebhookUrl", " ", Text(webhookUrl)),
            new XElement("MsgId", msgId),
            new XElement("ChatId", Text(room.ChatId)),
            new XElement("ChatType", "group"),
            new XElement("From",
                new XElement("UserId", Legal(from.UserId)),
                new XElement("Name", Text(from.Display)),
                new XElement("Alias", Text(""))),
            new XElement("GetChatInfoUrl", Text(chatInfoUrl)),
            rest).ToString(SaveOptions.DisableFormatting);

    private static JsonObject Quoted(ChatMessage quote) => quote.Said.Kind switch
    {
        MessageKind.Image or MessageKind.File => new JsonObject { ["msgtype"] = quote.KindName, [quote.KindName] = new JsonObject { ["url"] = "" } },
        _ => new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = quote.Said.Text } },
    };

    private static XCData Text(string text) => new(Legal(text));

    private static string Legal(string text)
    {
        var legal = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) legal.Append(text[i++]).Append(text[i]);
            else if (XmlConvert.IsXmlChar(text[i])) legal.Append(text[i]);
        }
        return legal.ToString();
    }
}
