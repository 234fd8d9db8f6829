using System.Globalization;

namespace ChatIntake.WeCom.Callbacks;

/// <summary>The words of the wire that XML and JSON share.</summary>
internal static class CallbackFields
{
    internal static ChatKind ChatKindOf(string? chatType) => chatType switch
    {
        "single" => ChatKind.Single,
        "group" => ChatKind.Group,
        _ => ChatKind.Other,
    };

    /// <summary>A message without an id cannot be told from its repetition, and one without content says nothing.</summary>
    internal static CallbackKind KindOf(string? messageType, string? messageId, string? text)
    {
        if (string.IsNullOrEmpty(messageId) || text is null)
            return CallbackKind.Unknown;
        return messageType switch
        {
            "text" => CallbackKind.Text,
            "mixed" => CallbackKind.Mixed,
            "image" => CallbackKind.Image,
            "voice" => CallbackKind.Voice,
            "file" => CallbackKind.File,
            "video" => CallbackKind.Video,
            "event" => CallbackKind.Event,
            "attachment" => CallbackKind.Attachment,
            "stream" => CallbackKind.StreamRefresh,
            _ => CallbackKind.Unknown,
        };
    }

    internal static DateTimeOffset? UnixSeconds(string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0 && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
}
