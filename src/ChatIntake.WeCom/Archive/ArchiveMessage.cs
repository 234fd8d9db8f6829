using System.Globalization;
using System.Text.Json;
using ChatIntake.WeCom.Wire;

namespace ChatIntake.WeCom.Archive;

/// <summary>Reads one element of <c>chatdata</c> with its message.</summary>
internal static class ArchiveMessage
{
    internal static ArchiveEntry Read(JsonElement element)
    {
        var entry = new ArchiveEntry { Seq = Number(element.Text("seq")) ?? 0, Raw = element.GetRawText() };
        if (element.Child("message") is not { ValueKind: JsonValueKind.Object } message)
            return entry with { Problem = "No message." };

        var id = message.Text("msgid") ?? element.Text("msgid");
        entry = entry with
        {
            MessageId = id ?? "",
            Action = message.Text("action") ?? "",
            // An entry about a changed enterprise has a shape of its own.
            From = message.Text("from") ?? message.Text("user") ?? "",
            RoomId = message.Text("roomid") ?? "",
            MessageType = message.Text("msgtype") ?? "",
            RevokedId = message.Text("revoke", "pre_msgid"),
        };
        if (entry.Seq <= 0)
            return entry with { Problem = "No seq." };
        if (string.IsNullOrEmpty(id))
            return entry with { Problem = "No msgid." };
        if (UnixMilliseconds(message.Text("msgtime") ?? message.Text("time")) is not { } sentAt)
            return entry with { Problem = "No msgtime in milliseconds." };
        return WithContent(entry with { SentAt = sentAt }, message);
    }

    private static ArchiveEntry WithContent(ArchiveEntry entry, JsonElement message)
    {
        var kind = KindOf(entry.Action, entry.MessageType);
        switch (kind)
        {
            case ArchiveKind.Broken:
                return entry with { Problem = "Unknown action." };
            case ArchiveKind.Switch or ArchiveKind.Revoke:
                return entry with { Kind = kind };
        }
        if (entry.From.Length == 0)
            return entry with { Problem = "No sender." };
        if (ArchiveText.Of(message) is not { } text)
            return entry with { Problem = "No content." };
        var quote = message.Child("quote") is { } quoted ? ArchiveText.Of(quoted) : null;
        return entry with { Kind = kind, Text = text, QuoteText = quote };
    }

    private static ArchiveKind KindOf(string action, string messageType) => (action, messageType) switch
    {
        ("switch", _) => ArchiveKind.Switch,
        ("recall", _) or ("send", "revoke") => ArchiveKind.Revoke,
        ("send", "text" or "markdown") => ArchiveKind.Text,
        ("send", "mixed") => ArchiveKind.Mixed,
        ("send", "image") => ArchiveKind.Image,
        ("send", "voice") => ArchiveKind.Voice,
        ("send", "video") => ArchiveKind.Video,
        ("send", "file") => ArchiveKind.File,
        ("send", _) => ArchiveKind.Other,
        _ => ArchiveKind.Broken,
    };

    private static long? Number(string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? UnixMilliseconds(string? value) =>
        Number(value) is { } number && number > 0 && number <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(number)
            : null;
}
