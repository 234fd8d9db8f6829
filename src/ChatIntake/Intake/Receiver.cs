using ChatIntake.Chat;
using ChatIntake.Journal;

namespace ChatIntake.Intake;

/// <summary>A message as a channel heard it.</summary>
public sealed record ChatMessage
{
    /// <summary>The account by which it came, as the settings name it, e.g. <c>bot:main</c>: copies are told apart by it.</summary>
    public required string Way { get; init; }

    /// <summary>Where its outer id is unique for ever, whatever the settings call it, e.g. <c>archive/CORP</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The channel's own id of the message.</summary>
    public required string OuterId { get; init; }

    public required OuterAddress Chat { get; init; }

    public required OuterAddress Sender { get; init; }

    /// <summary>When the sender posted it; null where the channel does not tell.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    public MessageType Type { get; init; }

    public required string Text { get; init; }

    public string? QuoteText { get; init; }

    public string? SenderName { get; init; }

    public string? ChatName { get; init; }
}

/// <summary>Something that a channel delivered and nobody could read: kept as it came, with the code of the reason, for a person to look at.</summary>
public sealed record Unreadable(string Way, string Source, string OuterId, string Code, string Raw);

/// <summary>
/// Puts what channels heard into the inbox. When a task completes, what it was given is on the disk: only then may a channel acknowledge.
/// </summary>
public sealed class Receiver(IStore store, DeskId desk, TimeProvider deskClock)
{
    /// <summary>The longest text that is kept, in UTF-16 units; more than any client lets people type.</summary>
    public const int LongestText = 20_000;

    /// <summary>Raised after something was stored, so that the desk looks at its inbox.</summary>
    public event Action? Received;

    /// <summary>Stores what a channel delivered and, in the same transaction, whatever else the channel has to remember (its watermark, say).</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> Receive(IReadOnlyList<ChatMessage> messages, IReadOnlyList<Unreadable>? unreadable = null, Action<ITransaction>? alongside = null)
    {
        var salted = messages.Select(m => (Message: m, Salt: WordsTable.NewSalt())).ToList();
        var kept = (unreadable ?? []).Select(u => (Unreadable: u, Salt: WordsTable.NewSalt())).ToList();
        var now = deskClock.GetUtcNow();
        var stored = await store.Write(transaction =>
        {
            var count = salted.Count(m => Append(transaction, m.Message, m.Salt, now)) + kept.Count(u => Append(transaction, u.Unreadable, u.Salt, now));
            alongside?.Invoke(transaction);
            return count;
        });
        if (stored > 0) Received?.Invoke();
        return stored;
    }

    private bool Append(ITransaction transaction, Unreadable unreadable, string salt, DateTimeOffset now) => Inbox.Append(
        transaction, desk,
        new InboxRow { Kind = InputKind.Unreadable, OuterId = $"{unreadable.Source}|{unreadable.OuterId}", PostedAt = now, Way = unreadable.Way, Code = unreadable.Code },
        new WordsRow { Salt = salt, At = now.Stored(), Body = new WordsBody { Raw = ChatText.Clean(unreadable.Raw, LongestText) } }, now) is not null;

    private bool Append(ITransaction transaction, ChatMessage message, string salt, DateTimeOffset now)
    {
        var (group, owner) = Addresses.Group(transaction, message.Chat, desk);
        var sender = Addresses.Member(transaction, message.Sender);
        if (message.SenderName is { } said && ChatText.Clean(said, 100) is { Length: > 0 } name) KeepName(transaction, owner, sender, name, salt, now);
        var body = new WordsBody
        {
            Text = ChatText.Clean(message.Text, LongestText),
            Quote = message.QuoteText is { } quote ? ChatText.Clean(quote, LongestText) : null,
            Chat = message.ChatName is { Length: > 0 } chat ? ChatText.Clean(chat, 100) : null,
        };
        var row = new InboxRow
        {
            Kind = InputKind.Message,
            OuterId = $"{message.Source}|{message.OuterId}",
            // Where the channel does not tell, the instant at which it is recorded.
            PostedAt = message.PostedAt ?? DateTimeOffset.MaxValue,
            Way = message.Way,
            Group = group,
            Sender = sender,
            Type = message.Type,
            Digest = WordsTable.Digest(salt, body),
        };
        return Inbox.Append(transaction, owner, row, new WordsRow { Salt = salt, Person = sender, At = now.Stored(), Body = body }, now) is not null;
    }

    // The roster's name outranks what a channel says; a name heard serves where there is none.
    private static void KeepName(ITransaction transaction, DeskId desk, MemberId sender, string name, string salt, DateTimeOffset now)
    {
        var key = new WordsKey(WordsKind.Person, sender.Value);
        if (WordsTable.Get(transaction, desk, key) is null)
            WordsTable.Put(transaction, desk, key, new WordsRow
            {
                Salt = WordsTable.DerivedSalt(salt, "person"), Person = sender, At = now.Stored(), Body = new WordsBody { Name = name },
            });
    }
}
