using System.Text;
using System.Text.Json;
using ChatIntake.Simulator.Chat;
using ChatIntake.Simulator.Webhook;

namespace ChatIntake.Simulator.Callbacks;

/// <summary>
/// The links that come with a callback, and what they open: the group's name (once, 5 minutes, document 99399) and one
/// markdown answer (once, one hour, document 101138).
/// </summary>
internal sealed class CallbackLinks(AddressBook book, ChatLog chat, SimulatorLog log, TimeProvider clock)
{
    internal const int MarkdownBytes = 20_480;

    private readonly OneTimeCodes chatInfo = new(clock, TimeSpan.FromMinutes(5));
    private readonly OneTimeCodes responses = new(clock, TimeSpan.FromHours(1));

    /// <summary>Where this simulator listens; known once it does.</summary>
    internal Uri BaseUrl { get; set; } = new("http://127.0.0.1/");

    internal string Webhook(Room room) => $"{BaseUrl}cgi-bin/webhook/send?key={Uri.EscapeDataString(room.WebhookKey ?? "")}";

    internal string ChatInfo(Room room) => $"{BaseUrl}cgi-bin/webhook/get_chat_info?code={chatInfo.Issue(room)}";

    internal string Response(Room room) => $"{BaseUrl}cgi-bin/aibot/response?response_code={responses.Issue(room)}";

    internal IResult TellChatInfo(string code = "")
    {
        if (chatInfo.Spend(code) is not { } room) return Results.Json(WireAnswer.Refused(Errcode.BadParameter));
        var members = book.People.Select(p => new { userid = p.UserId, alias = "", name = p.Display });
        return Results.Json(new { errcode = 0, errmsg = "ok", chatid = room.ChatId, name = room.Name, chattype = "group", members });
    }

    internal async Task<IResult> Respond(HttpContext http, string response_code = "")
    {
        var body = await BoundedBody.Read(http.Request.Body, http.RequestAborted);
        // The code is spent by the call, whatever becomes of it.
        var room = responses.Spend(response_code);
        var (markdown, errcode) = room is null ? (null, Errcode.BadParameter) : body is null ? (null, Errcode.TooLong) : Markdown(body);
        log.Add(new PostEntry(
            clock.GetUtcNow(), "response_url", response_code, room?.ChatId, "markdown", markdown, errcode, errcode == 0 ? "posted" : "refused"));
        if (errcode != 0) return Results.Json(WireAnswer.Refused(errcode));
        chat.Append(new Draft(room!, book.Bot, MessageKind.Markdown, markdown!));
        return Results.Json(WireAnswer.Done);
    }

    private static (string? Markdown, int Errcode) Markdown(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.GetProperty("msgtype").GetString() != "markdown") return (null, Errcode.UnknownMsgType);
            var content = json.RootElement.GetProperty("markdown").GetProperty("content").GetString();
            if (string.IsNullOrWhiteSpace(content)) return (null, Errcode.Empty);
            return Encoding.UTF8.GetByteCount(content) > MarkdownBytes ? (content, Errcode.TooLong) : (content, 0);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, Errcode.BadParameter);
        }
    }
}
