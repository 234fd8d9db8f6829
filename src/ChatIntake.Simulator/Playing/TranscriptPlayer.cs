using System.Text.Json;

namespace ChatIntake.Simulator.Playing;

/// <summary>
/// Plays a transcript into a simulator over HTTP, one message after the other; each waits until the one before it has been
/// told to the bot's owner. What the bot said in the transcript is left to the bot.
/// </summary>
/// <param name="client">Its base address is the simulator's, and its time-out allows for a callback with all its retries.</param>
/// <param name="pace">Called before each message with its instant.</param>
/// <param name="botName">Whose messages are not played.</param>
/// <param name="played">Called after each message, when it and its callback are done.</param>
public sealed class TranscriptPlayer(HttpClient client, IPace pace, string botName, Action<TranscriptLine>? played = null)
{
    private readonly Dictionary<string, string> messageIds = new(StringComparer.Ordinal);
    private readonly List<TranscriptProblem> problems = [];

    /// <summary>Ids of the transcript with the ids of the messages that were said.</summary>
    public IReadOnlyDictionary<string, string> MessageIds => messageIds;

    /// <summary>Messages that the simulator refused, and quotes of messages that were not played.</summary>
    public IReadOnlyList<TranscriptProblem> Problems => problems;

    /// <summary>Says all lines in their order, whatever their instants.</summary>
    /// <exception cref="HttpRequestException">The simulator does not answer.</exception>
    public async Task Play(IEnumerable<TranscriptLine> lines, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        foreach (var line in lines)
        {
            if (line.Sender == botName) continue;
            await pace.WaitUntil(line.At, cancel);
            await Say(line, cancel);
            played?.Invoke(line);
        }
    }

    private async Task Say(TranscriptLine line, CancellationToken cancel)
    {
        string? quote = null;
        if (line.Quote is not null && !messageIds.TryGetValue(line.Quote, out quote))
            problems.Add(new TranscriptProblem(line.Number, $"It quotes {line.Quote}, which was not played; it was said without the quote."));

        using var response = await client.PostAsJsonAsync("sim/say",
            new { chat = line.Chat, sender = line.Sender, text = line.Text, quote, type = line.Type }, cancel);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
        if (response.IsSuccessStatusCode) messageIds[line.Id] = answer.GetProperty("msgId").GetString()!;
        else problems.Add(new TranscriptProblem(line.Number, answer.GetProperty("error").GetString()!));
    }
}
