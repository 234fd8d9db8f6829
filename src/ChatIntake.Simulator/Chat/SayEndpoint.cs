using ChatIntake.Simulator.Callbacks;

namespace ChatIntake.Simulator.Chat;

/// <summary>
/// What someone says. Group and speaker are named by id, or by name, and are added when unknown. Quote is the message id
/// of what is quoted; Type is text, image or file, the last with its name as the text.
/// </summary>
internal sealed record SayRequest(
    string? ChatId, string? Chat, string? UserId, string? Sender, string? Text, string? Quote = null, string? Type = null);

/// <summary>The bot being added to a group, by someone.</summary>
internal sealed record AddBotRequest(string? ChatId, string? Chat, string? UserId, string? Sender);

/// <summary>
/// <c>POST /sim/say</c>: a member says something; answered once the bot's owner has been told, or was given up on, so that
/// a player can go step by step. <c>POST /sim/addbot</c>: the bot comes into a group.
/// </summary>
internal sealed class SayEndpoint(AddressBook book, ChatLog chat, CallbackSender callbacks)
{
    internal const int MaxCharacters = 10_000;

    internal async Task<IResult> Say(SayRequest request, CancellationToken cancel)
    {
        if (Kind(request.Type) is not { } kind) return Wrong("type is text, image or file");
        if (string.IsNullOrEmpty(request.Text) && kind == MessageKind.Text) return Wrong("text is empty");
        if (request.Text?.Length > MaxCharacters) return Wrong($"text is longer than {MaxCharacters} characters");
        var quote = string.IsNullOrEmpty(request.Quote) ? null : chat.Find(request.Quote);
        if (quote is null && !string.IsNullOrEmpty(request.Quote)) return Wrong("quote is not the id of a message");
        if (book.Room(request.ChatId, request.Chat) is not { } room) return Wrong("chatId or chat is missing");
        if (book.Person(request.UserId, request.Sender) is not { } person) return Wrong("userId or sender is missing");
        if (quote is not null && quote.Said.Room != room) return Wrong("quote is a message of another group");

        var text = string.IsNullOrEmpty(request.Text) ? kind == MessageKind.Image ? "[图片]" : "[文件]" : request.Text;
        var message = chat.Append(new Draft(room, person, kind, text, quote));
        var told = kind == MessageKind.Text && book.MentionsBot(text) ? await callbacks.Tell(message, cancel) : null;
        return Results.Json(new { msgId = message.MsgId, callback = told });
    }

    internal async Task<IResult> AddBot(AddBotRequest request, CancellationToken cancel)
    {
        if (book.Room(request.ChatId, request.Chat) is not { } room) return Wrong("chatId or chat is missing");
        if (book.Person(request.UserId, request.Sender) is not { } person) return Wrong("userId or sender is missing");
        chat.Append(new Draft(room, person, MessageKind.Notice, $"{person.Display} 邀请 {book.Bot.Display} 加入了群聊"));
        var told = await callbacks.TellEvent(room, person, "add_to_chat", cancel);
        return Results.Json(new { callback = told });
    }

    private static MessageKind? Kind(string? type) => type switch
    {
        null or "" or "text" => MessageKind.Text,
        "image" => MessageKind.Image,
        "file" => MessageKind.File,
        _ => null,
    };

    private static IResult Wrong(string problem) => Results.Json(new { error = problem }, statusCode: StatusCodes.Status400BadRequest);
}
