namespace ChatIntake.Simulator.Chat;

/// <summary>Someone who speaks in groups: a member, or the bot.</summary>
internal sealed record Person(string UserId, string Display, bool IsBot = false);

/// <summary>A group of the enterprise.</summary>
internal sealed record Room(string ChatId, string Name, string? WebhookKey, CallbackKind Callback);

/// <summary>
/// Who and which groups there are (通讯录). Whoever is named for the first time is added, so that a transcript plays
/// without a roster: the display name is then the user id, and <c>wr-</c> and the group's name the chat id.
/// </summary>
internal sealed class AddressBook
{
    private readonly Lock gate = new();
    private readonly List<Room> rooms;
    private readonly List<Person> people;

    internal AddressBook(SimulatorOptions options)
    {
        rooms = [.. options.Groups.Select(g => new Room(g.ChatId, g.Name, g.WebhookKey, g.CallbackKind))];
        people = [.. options.Users.Select(u => new Person(u.UserId, u.Display))];
        Bot = new Person(options.RobotId, options.BotName, IsBot: true);
    }

    internal Person Bot { get; }

    internal IReadOnlyList<Room> Rooms
    {
        get { lock (gate) return [.. rooms]; }
    }

    internal IReadOnlyList<Person> People
    {
        get { lock (gate) return [.. people]; }
    }

    internal Room? RoomOfKey(string key)
    {
        lock (gate) return rooms.Find(r => r.WebhookKey is not null && r.WebhookKey == key);
    }

    /// <summary>The group with this id or, where none is given, this name; null when neither is given.</summary>
    internal Room? Room(string? chatId, string? name)
    {
        if (string.IsNullOrEmpty(chatId) && string.IsNullOrEmpty(name)) return null;
        lock (gate)
        {
            var known = string.IsNullOrEmpty(chatId) ? rooms.Find(r => r.Name == name) : rooms.Find(r => r.ChatId == chatId);
            if (known is not null) return known;
            var id = string.IsNullOrEmpty(chatId) ? "wr-" + name : chatId;
            var added = new Room(id, string.IsNullOrEmpty(name) ? id : name, WebhookKey: null, CallbackKind.None);
            rooms.Add(added);
            return added;
        }
    }

    /// <summary>The member with this id or, where none is given, this display name; null when neither is given.</summary>
    internal Person? Person(string? userId, string? display)
    {
        if (string.IsNullOrEmpty(userId) && string.IsNullOrEmpty(display)) return null;
        lock (gate)
        {
            var known = string.IsNullOrEmpty(userId) ? people.Find(p => p.Display == display) : people.Find(p => p.UserId == userId);
            if (known is not null) return known;
            var id = string.IsNullOrEmpty(userId) ? display! : userId;
            var added = new Person(id, string.IsNullOrEmpty(display) ? id : display);
            people.Add(added);
            return added;
        }
    }

    /// <summary>
    /// Whether <paramref name="text"/> mentions the bot; the name of a member that merely starts like the bot's does not.
    /// </summary>
    internal bool MentionsBot(string text)
    {
        var mention = "@" + Bot.Display;
        for (var at = text.IndexOf(mention, StringComparison.Ordinal); at >= 0;
             at = text.IndexOf(mention, at + 1, StringComparison.Ordinal))
        {
            var named = text.AsSpan(at + 1).ToString();
            if (!People.Any(p => p.Display.Length > Bot.Display.Length && named.StartsWith(p.Display, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }
}
