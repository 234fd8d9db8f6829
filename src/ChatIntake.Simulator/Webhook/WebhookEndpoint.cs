using System.Text.Json;
using ChatIntake.Simulator.Chat;
using ChatIntake.Simulator.Faults;

namespace ChatIntake.Simulator.Webhook;

/// <summary><c>POST /cgi-bin/webhook/send?key=</c>: HTTP 200 whatever happens; the errcode says it.</summary>
internal sealed class WebhookEndpoint(
    AddressBook book, ChatLog chat, FaultPlan faults, RateWindow rate, SimulatorLog log, TimeProvider clock)
{
    internal async Task<IResult> Send(HttpContext http, string key = "")
    {
        var body = await BoundedBody.Read(http.Request.Body, http.RequestAborted);
        var (post, answer) = body is null ? (null, WireAnswer.Refused(Errcode.TooLong)) : WebhookPost.Read(body);
        var room = book.RoomOfKey(key);
        if (room is null) (post, answer) = (null, WireAnswer.Refused(Errcode.UnknownKey));
        else if (faults.TakeDrop()) return Broken(http, Entry(key, room, body, 0, "dropped"));
        else if (faults.TakeWebhookError(key) is { } errcode) (post, answer) = (null, WireAnswer.Refused(errcode));
        else if (post is not null && !rate.TryTake(key)) (post, answer) = (null, WireAnswer.Refused(Errcode.TooOften));

        if (post is null)
        {
            log.Add(Entry(key, room, body, answer.Errcode, "refused"));
            return Results.Json(answer);
        }
        chat.Append(new Draft(room!, book.Bot, post.Kind, post.Content, Mentions: post.Mentions));
        if (faults.TakeLostAnswer()) return Broken(http, Entry(key, room, body, 0, "posted, answer lost"));
        log.Add(Entry(key, room, body, 0, "posted"));
        return Results.Json(answer);
    }

    private IResult Broken(HttpContext http, PostEntry entry)
    {
        log.Add(entry);
        http.Abort();
        return Results.Empty;
    }

    private PostEntry Entry(string key, Room? room, byte[]? body, int errcode, string outcome)
    {
        var (type, content) = body is null ? (null, null) : Glance(body);
        return new PostEntry(clock.GetUtcNow(), "webhook", key, room?.ChatId, type, content, errcode, outcome);
    }

    // What a refused post said, as far as it can be read.
    private static (string? Type, string? Content) Glance(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var type = json.RootElement.GetProperty("msgtype").GetString()!;
            return (type, json.RootElement.GetProperty(type).GetProperty("content").GetString());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, null);
        }
    }
}
