using ChatIntake.Simulator.Chat;

namespace ChatIntake.Simulator.Page;

/// <summary>What the chat page asks for: groups and people, a group's history, and what is new.</summary>
internal sealed class PageEndpoint(AddressBook book, ChatLog chat, TimeProvider machineClock)
{
    internal const int MaxMessages = 500;
    internal static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    internal IResult State()
    {
        var lastSeq = chat.LastSeq;
        return Results.Json(new
        {
            lastSeq,
            bot = new { userId = book.Bot.UserId, display = book.Bot.Display },
            groups = book.Rooms.Select(r => new
            {
                chatId = r.ChatId,
                name = r.Name,
                hasBot = r.WebhookKey is not null || r.Callback != CallbackKind.None,
                last = chat.Before(r.ChatId, lastSeq + 1, 1).Select(View).FirstOrDefault(),
            }),
            users = book.People.Select(p => new { userId = p.UserId, display = p.Display }),
        });
    }

    /// <summary>The last messages of a group before a seq, oldest first.</summary>
    internal IResult Messages(string chatId, long before = long.MaxValue, int limit = 100) =>
        Results.Json(new { messages = chat.Before(chatId, before, Math.Clamp(limit, 1, MaxMessages)).Select(View) });

    /// <summary>Messages of all groups after a seq; waits for the next one when there is none yet.</summary>
    internal async Task<IResult> Events(long after = 0, bool wait = true, CancellationToken cancel = default)
    {
        if (wait)
        {
            try { await chat.Grown(after).WaitAsync(LongestWait, machineClock, cancel); }
            catch (TimeoutException) { return Results.Json(new { last = after, events = Array.Empty<object>() }); }
        }
        var events = chat.After(after, MaxMessages);
        return Results.Json(new { last = events.Count == 0 ? after : events[^1].Seq, events = events.Select(View) });
    }

    private static object View(ChatMessage m) => new
    {
        seq = m.Seq,
        msgId = m.MsgId,
        chatId = m.Said.Room.ChatId,
        userId = m.Said.From.UserId,
        name = m.Said.From.Display,
        bot = m.Said.From.IsBot,
        at = m.At,
        type = m.KindName,
        text = m.Said.Text,
        mentions = m.Said.Mentions ?? [],
        quote = m.Said.Quote is { } q ? new { msgId = q.MsgId, name = q.Said.From.Display, text = q.Said.Text } : null,
    };
}
