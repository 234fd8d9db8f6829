using System.Xml.Linq;
using ChatIntake.WeCom.Wire;

namespace ChatIntake.WeCom.Callbacks;

/// <summary>The group robot's XML. The official samples differ in the order of elements, so none is assumed.</summary>
internal static class XmlCallback
{
    internal static CallbackResult Parse(string plain)
    {
        if (XmlText.Parse(plain, out var problem) is not { } root)
            return new CallbackResult(null, problem);

        var type = root.Text("MsgType");
        var messageId = root.Text("MsgId");
        var text = TextOf(root, type);
        return new CallbackResult(new RobotCallback
        {
            MessageId = messageId ?? "",
            ChatId = root.Text("ChatId") ?? "",
            ChatKind = CallbackFields.ChatKindOf(root.Text("ChatType")),
            SenderId = root.Text("From", "UserId") ?? "",
            SenderName = root.Text("From", "Name"),
            SenderAlias = root.Text("From", "Alias"),
            Kind = CallbackFields.KindOf(type, messageId, text),
            Text = text ?? "",
            WebhookUrl = root.Text("WebhookUrl"),
            ChatInfoUrl = root.Text("GetChatInfoUrl"),
            EventType = root.Text("Event", "EventType"),
            CreateTime = CallbackFields.UnixSeconds(root.Text("CreateTime")),
            Raw = plain,
        }, "");
    }

    private static string? TextOf(XElement message, string? type) => type switch
    {
        "text" => message.Text("Text", "Content"),
        "mixed" => Joined(message.Element("MixedMessage")),
        "image" => Placeholders.Image,
        "voice" => Placeholders.Voice,
        "file" => Placeholders.File,
        "video" => Placeholders.Video,
        "attachment" => Placeholders.Button,
        "event" => "",
        _ => null,
    };

    private static string? Joined(XElement? mixed) => mixed is null
        ? null
        : string.Join('\n', mixed.Elements("MsgItem").Select(ItemText).OfType<string>());

    private static string? ItemText(XElement item) => item.Text("MsgType") switch
    {
        "text" => item.Text("Text", "Content"),
        "image" => Placeholders.Image,
        _ => null,
    };
}
