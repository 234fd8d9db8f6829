using System.Text.Json.Nodes;
using ChatIntake.Simulator.Chat;
using ChatIntake.Simulator.Webhook;

namespace ChatIntake.Simulator.Archive;

/// <summary>
/// <c>GET /cgi-bin/chatarchive/pull</c>: the chat archive (会话内容存档) as a plain feed, as a bridge beside the native SDK
/// gives it. Everything said in every group, the bot's posts among it; seq is exclusive.
/// </summary>
internal sealed class ArchiveEndpoint(AddressBook book, ChatLog chat, SimulatorOptions options)
{
    internal const int MaxLimit = 1000;

    internal IResult Pull(HttpContext http, string? corp, long seq = 0, int limit = MaxLimit)
    {
        if (http.Request.Headers.Authorization != "Bearer " + options.ArchiveSecret)
            return Results.Json(WireAnswer.Refused(Errcode.WrongSecret));
        if (corp != options.Corp) return Results.Json(WireAnswer.Refused(Errcode.WrongCorp));
        if (seq < 0 || limit is < 1 or > MaxLimit) return Results.Json(WireAnswer.Refused(Errcode.BadParameter));

        var people = book.People;
        var chatdata = chat.After(seq, limit).Where(m => m.Said.Kind != MessageKind.Notice)
            .Select(m => new { seq = m.Seq, msgid = m.MsgId, message = Message(m, people) });
        return Results.Json(new { errcode = 0, errmsg = "ok", chatdata });
    }

    private JsonObject Message(ChatMessage message, IReadOnlyList<Person> people)
    {
        var said = message.Said;
        var sender = said.From.UserId;
        var archived = new JsonObject
        {
            ["msgid"] = message.MsgId,
            ["action"] = "send",
            ["from"] = sender,
            ["tolist"] = new JsonArray([.. people.Where(p => p.UserId != sender).Select(p => JsonValue.Create(p.UserId))]),
            ["roomid"] = said.Room.ChatId,
            ["msgtime"] = message.At.ToUnixTimeMilliseconds(),
            ["msgtype"] = message.KindName,
        };
        var (part, body) = said.Kind switch
        {
            MessageKind.Image => ("image", new JsonObject { ["sdkfileid"] = message.MsgId, ["md5sum"] = "", ["filesize"] = 0 }),
            MessageKind.File => ("file", new JsonObject { ["sdkfileid"] = message.MsgId, ["filename"] = said.Text, ["filesize"] = 0 }),
            MessageKind.Markdown => ("info", new JsonObject { ["content"] = said.Text }),
            _ => ("text", new JsonObject { ["content"] = options.ArchiveQuotes == ArchiveQuotes.InText ? WithQuote(said) : said.Text }),
        };
        archived[part] = body;
        if (options.ArchiveQuotes == ArchiveQuotes.AsField && said.Quote is { } quote)
            archived["quote"] = new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = quote.Said.Text } };
        return archived;
    }

    private static string WithQuote(Draft said) => said.Quote is not { } quote
        ? said.Text
        : $"这是一条引用/回复消息：\n“{quote.Said.From.Display}：\n{quote.Said.Text}”\n------\n{said.Text}";
}
