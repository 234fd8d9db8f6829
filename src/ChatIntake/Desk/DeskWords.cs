using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;

namespace ChatIntake.Desk;

/// <summary>The words of a desk as deciding and posting look at them: read when needed, the recent ones remembered.</summary>
internal sealed class DeskWords(IReader reader, DeskId desk) : IWords, IPostWords
{
    private const int Remembered = 4 * DeskState.WindowRows;

    private readonly Dictionary<WordsKey, WordsBody?> recent = [];
    private readonly Queue<WordsKey> order = [];
    private readonly Lock gate = new();

    public string? Text(MessageId message) => Body(new WordsKey(WordsKind.Input, message.Value))?.Text;

    public string? Quote(MessageId message) => Body(new WordsKey(WordsKind.Input, message.Value))?.Quote;

    public IReadOnlyList<Triage.Reason>? Reasons(MessageId message) => WordsTable.Get(reader, desk, new WordsKey(WordsKind.Verdict, message.Value))?.Body?.Reasons;

    public string? Post(PostId post) => Body(new WordsKey(WordsKind.Post, post.Value))?.Text;

    // Names may change by an import: not remembered.
    public string? Name(MemberId member) => WordsTable.Get(reader, desk, new WordsKey(WordsKind.Person, member.Value))?.Body?.Name;

    public string? Chat(GroupId group, MessageId? heardIn) => heardIn is { } message ? Body(new WordsKey(WordsKind.Input, message.Value))?.Chat : null;

    public string? Address(GroupId group) => Addresses.Of(reader, group) is [var first, ..] ? $"{first.Channel} / {first.Account} / {first.Value}" : null;

    private WordsBody? Body(WordsKey key)
    {
        lock (gate)
        {
            if (recent.TryGetValue(key, out var body)) return body;
            body = WordsTable.Get(reader, desk, key)?.Body;
            recent[key] = body;
            order.Enqueue(key);
            if (order.Count > Remembered) recent.Remove(order.Dequeue());
            return body;
        }
    }
}
