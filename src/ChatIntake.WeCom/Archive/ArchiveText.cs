using System.Text.Json;
using ChatIntake.WeCom.Wire;

namespace ChatIntake.WeCom.Archive;

/// <summary>What an archived message says, in words.</summary>
internal static class ArchiveText
{
    /// <summary>Null when a message that should hold text holds none.</summary>
    internal static string? Of(JsonElement message)
    {
        var type = message.Text("msgtype") ?? "";
        return type switch
        {
            "text" => message.Text("text", "content"),
            "markdown" => message.Text("info", "content") ?? message.Text("markdown", "content"),
            "mixed" => Joined(message),
            "image" => Placeholders.Named(Placeholders.Image, message.Text("image", "filename")),
            "voice" => Placeholders.Voice,
            "video" => Placeholders.Named(Placeholders.Video, message.Text("video", "filename")),
            "file" => Placeholders.Named(Placeholders.File, message.Text("file", "filename")),
            "location" => Placeholders.Named("[位置]", message.Text("location", "title") ?? message.Text("location", "address")),
            "link" => Placeholders.Named("[链接]", message.Text("link", "title")),
            "weapp" => Placeholders.Named("[小程序]", message.Text("weapp", "title")),
            "docmsg" => Placeholders.Named("[文档]", message.Text("doc", "title")),
            "chatrecord" => Placeholders.Named("[聊天记录]", message.Text("chatrecord", "title")),
            "emotion" => "[表情]",
            "card" => "[名片]",
            _ => Placeholders.Named("[消息]", type),
        };
    }

    private static string? Joined(JsonElement message) => message.Child("mixed") is { } mixed
        ? string.Join('\n', mixed.Items("item").Select(ItemText).OfType<string>())
        : null;

    private static string? ItemText(JsonElement item) => item.Text("type") switch
    {
        "text" => ItemContent(item.Text("content")),
        "image" => Placeholders.Image,
        "voice" => Placeholders.Voice,
        "video" => Placeholders.Video,
        "file" => Placeholders.File,
        { Length: > 0 } other => Placeholders.Named("[消息]", other),
        _ => null,
    };

    // WeCom packs the content of an item as JSON inside a string: {"content":"..."}.
    private static string? ItemContent(string? content) =>
        content is ['{', ..] && WireJson.ParseObject(content, out _)?.Text("content") is { } packed ? packed : content;
}
