using System.Globalization;
using System.Security.Cryptography;

namespace ChatIntake.Simulator.Chat;

/// <summary>All messages in the order in which they were said; readers may wait for the next one.</summary>
internal sealed class ChatLog(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<ChatMessage> all = [];
    private readonly Dictionary<string, ChatMessage> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ChatMessage>> byRoom = new(StringComparer.Ordinal);

    // Ids must not repeat those of an earlier run: who listens remembers them for ever.
    private readonly string run = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private TaskCompletionSource grown = NewSignal();

    internal long LastSeq
    {
        get { lock (gate) return all.Count; }
    }

    internal ChatMessage Append(Draft said)
    {
        TaskCompletionSource signal;
        ChatMessage message;
        lock (gate)
        {
            var at = clock.GetUtcNow();
            var seq = all.Count + 1;
            var id = string.Create(CultureInfo.InvariantCulture, $"{run}{seq:D6}_{at.ToUnixTimeMilliseconds()}");
            message = new ChatMessage(seq, id, at, said);
            all.Add(message);
            byId.Add(id, message);
            if (!byRoom.TryGetValue(said.Room.ChatId, out var room)) byRoom.Add(said.Room.ChatId, room = []);
            room.Add(message);
            signal = grown;
            grown = NewSignal();
        }
        signal.SetResult();
        return message;
    }

    internal ChatMessage? Find(string msgId)
    {
        lock (gate) return byId.GetValueOrDefault(msgId);
    }

    /// <summary>The first messages after <paramref name="seq"/>, oldest first.</summary>
    internal IReadOnlyList<ChatMessage> After(long seq, int limit)
    {
        lock (gate)
        {
            var start = (int)Math.Clamp(seq, 0, all.Count);
            return all.GetRange(start, Math.Min(limit, all.Count - start));
        }
    }

    /// <summary>The last messages of a group before <paramref name="seq"/>, oldest first.</summary>
    internal IReadOnlyList<ChatMessage> Before(string chatId, long seq, int limit)
    {
        lock (gate)
        {
            if (!byRoom.TryGetValue(chatId, out var room)) return [];
            var end = room.FindLastIndex(m => m.Seq < seq) + 1;
            var start = Math.Max(0, end - limit);
            return room.GetRange(start, end - start);
        }
    }

    /// <summary>Completes when there is a message after <paramref name="seq"/>.</summary>
    internal Task Grown(long seq)
    {
        lock (gate) return all.Count > seq ? Task.CompletedTask : grown.Task;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
