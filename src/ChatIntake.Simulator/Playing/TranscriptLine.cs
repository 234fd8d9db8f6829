using System.Globalization;
using System.Text.Json;

namespace ChatIntake.Simulator.Playing;

/// <summary>A message of a transcript.</summary>
/// <param name="Number">Its line in the file, from 1.</param>
/// <param name="Id">Its id in the transcript, to which quotes refer.</param>
/// <param name="At">When it was said; the file gives the minute in Asia/Shanghai.</param>
/// <param name="Chat">The name of the group.</param>
/// <param name="Sender">The display name of who said it.</param>
/// <param name="Text">The words, or the name of a file.</param>
/// <param name="Quote">The id of the message that it quotes, or null.</param>
/// <param name="Type">text, image or file.</param>
public sealed record TranscriptLine(
    int Number, string Id, DateTimeOffset At, string Chat, string Sender, string Text, string? Quote, string Type)
{
    // China has had no summer time since 1992; transcripts are of this century.
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>
    /// Reads a transcript: a JSON object a line with <c>id, time ("yyyy-MM-dd HH:mm"), chat, sender, text, quote, type</c>;
    /// whatever else stands there is passed over, as empty lines are. A line that cannot be used becomes a problem.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TranscriptFile Read(string path)
    {
        var lines = new List<TranscriptLine>();
        var problems = new List<TranscriptProblem>();
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            try { lines.Add(Parse(number, text)); }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
            {
                problems.Add(new TranscriptProblem(number, e.Message));
            }
        }
        return new TranscriptFile(lines, problems);
    }

    private static TranscriptLine Parse(int number, string text)
    {
        using var json = JsonDocument.Parse(text);
        var line = json.RootElement;
        if (line.ValueKind != JsonValueKind.Object) throw new FormatException("The line is not a JSON object.");
        var time = DateTime.ParseExact(Needed("time"), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var type = Optional("type") ?? "text";
        if (type is not ("text" or "image" or "file")) throw new FormatException($"The type {type} is none of text, image and file.");
        return new TranscriptLine(number, Needed("id"), new DateTimeOffset(time, Shanghai).ToUniversalTime(),
            Needed("chat"), Needed("sender"), Needed("text"), Optional("quote"), type);

        string? Optional(string name) =>
            line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

        string Needed(string name) =>
            Optional(name) is { Length: > 0 } value ? value : throw new FormatException($"The field {name} is missing.");
    }
}

/// <summary>A line of a transcript, counted from 1, that was skipped or could not be played as it stands, and why.</summary>
public sealed record TranscriptProblem(int Number, string Reason);

/// <summary>What a transcript file holds: the messages in its order, and the lines that are none.</summary>
public sealed record TranscriptFile(IReadOnlyList<TranscriptLine> Lines, IReadOnlyList<TranscriptProblem> Problems);
