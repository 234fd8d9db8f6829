using ChatIntake.Chat;

namespace ChatIntake.Triage.Model;

/// <summary>Readings of messages heard before and of the openers of cases, made once; the latest some thousand are kept. Safe for any number of threads.</summary>
internal sealed class ReadingCache(ReadingRules rules)
{
    private const int Most = 2048;

    private readonly Lock gate = new();

    // When the younger are many, the older are forgotten.
    private Dictionary<MessageId, Reading> younger = [];
    private Dictionary<MessageId, Reading> older = [];

    internal Reading Of(PastMessage message) => Of(message.Id, message.Text);

    internal Reading OpenerOf(KnownCase known) => Of(known.Messages[0], known.OpenerText);

    /// <summary>Keeps a reading that was made elsewhere.</summary>
    internal void Keep(MessageId message, Reading reading)
    {
        lock (gate)
        {
            if (younger.Count >= Most) (younger, older) = ([], younger);
            younger[message] = reading;
        }
    }

    // An id may stand for another text: a case made of a quotation, a message read without the mention of the bot.
    private Reading Of(MessageId message, string text)
    {
        lock (gate)
        {
            if (younger.TryGetValue(message, out var known) && known.Raw == text) return known;
            if (older.TryGetValue(message, out known) && known.Raw == text)
            {
                younger[message] = known;
                return known;
            }
        }
        var reading = new Reading(text, rules);
        Keep(message, reading);
        return reading;
    }
}
