using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ChatIntake.Simulator.Chat;

namespace ChatIntake.Simulator.Callbacks;

/// <summary>What the answer to a callback wants posted, or the problem for which nothing is.</summary>
internal readonly record struct PassiveReply(MessageKind Kind, string? Text, string? Problem)
{
    internal static PassiveReply Read(CallbackKind kind, string plain)
    {
        try { return kind == CallbackKind.AiBotJson ? FromAiBot(plain) : FromRobot(plain); }
        catch (Exception e) when (e is JsonException or XmlException or KeyNotFoundException or InvalidOperationException)
        {
            return Refused("the reply has not the documented form");
        }
    }

    // Document 101031: messages are answered by a stream or a card; a plain text is for enter_chat only.
    // A stream that is not finished is shown as it stands; the polls that would follow are not simulated.
    private static PassiveReply FromAiBot(string plain)
    {
        using var json = JsonDocument.Parse(plain);
        var root = json.RootElement;
        var type = root.GetProperty("msgtype").GetString();
        if (type is "stream" or "stream_with_template_card")
            return Posted(MessageKind.Markdown, root.GetProperty("stream").GetProperty("content").GetString());
        if (type != "template_card") return Refused($"msgtype {type} cannot answer a message");
        var title = root.GetProperty("template_card").GetProperty("main_title").GetProperty("title").GetString();
        return Posted(MessageKind.Text, "[卡片] " + title);
    }

    private static PassiveReply FromRobot(string plain)
    {
        var root = XElement.Parse(plain);
        var type = root.Element("MsgType")?.Value.Trim();
        return type switch
        {
            "text" => Posted(MessageKind.Text, root.Element("Text")?.Element("Content")?.Value),
            "markdown" => Posted(MessageKind.Markdown, root.Element("Markdown")?.Element("Content")?.Value),
            _ => Refused($"MsgType {type} cannot answer a message"),
        };
    }

    private static PassiveReply Posted(MessageKind kind, string? text) =>
        string.IsNullOrWhiteSpace(text) ? Refused("the reply is empty") : new(kind, text, null);

    private static PassiveReply Refused(string problem) => new(default, null, problem);
}
