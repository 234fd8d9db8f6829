using System.Globalization;
using System.Text.Json;
using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Roster;

namespace ChatIntake.Host.Cli;

/// <summary>A line of a transcript (<c>data/town/README.md</c>, "morning.jsonl"): what a bot receives, labels left aside.</summary>
internal sealed record TranscriptMessage(string Id, DateTimeOffset PostedAt, string Chat, string Sender, string Text, string? Quote, MessageType Type)
{
    /// <summary>The message as if it had come by a channel; a quotation carries text only.</summary>
    public ChatMessage ToChatMessage(Func<string, string?> textOf) => new()
    {
        Way = RosterBinding.TranscriptChannel,
        Source = RosterBinding.TranscriptChannel,
        OuterId = Id,
        Chat = RosterBinding.TranscriptName(Chat),
        Sender = RosterBinding.TranscriptName(Sender),
        PostedAt = PostedAt,
        Type = Type,
        Text = Text,
        QuoteText = Quote is null ? null : textOf(Quote),
        SenderName = Sender,
        ChatName = Chat,
    };
}

/// <summary>Reads transcripts: a bad line is reported with its number, the others are read.</summary>
internal static class TranscriptReader
{
    public static (IReadOnlyList<TranscriptMessage> Messages, IReadOnlyList<string> Problems) Read(string path)
    {
        var messages = new List<TranscriptMessage>();
        var problems = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                var message = Read(document.RootElement);
                if (seen.Add(message.Id)) messages.Add(message);
                else problems.Add($"line {number}: id {message.Id} was there before");
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                problems.Add($"line {number}: {e.Message}");
            }
        }
        return (messages, problems);
    }

    private static TranscriptMessage Read(JsonElement line)
    {
        var time = DateTime.ParseExact(
            Text(line, "time"), ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None);
        var type = line.TryGetProperty("type", out var kind) ? kind.GetString() : "text";
        return new TranscriptMessage(
            Text(line, "id"), DateOnly.FromDateTime(time).AtInChina(TimeOnly.FromDateTime(time)), Text(line, "chat"), Text(line, "sender"), Text(line, "text"),
            line.TryGetProperty("quote", out var quote) ? quote.GetString() : null,
            type switch { "image" => MessageType.Image, "file" or "voice" or "video" => MessageType.File, _ => MessageType.Text });
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
}
