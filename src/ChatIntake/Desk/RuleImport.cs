using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Roster;

namespace ChatIntake.Desk;

/// <summary>Hands rule documents to the desk: as inputs, so that each takes effect at a known place in the journal.</summary>
public static class RuleImport
{
    /// <summary>The hash by which a rule remembers the file that it was imported from.</summary>
    public static string SourceOf(string text) => FactEnvelope.HashOf(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The document that was in force before the present one, so that it can be handed in again; null where there was none.</summary>
    public static string? Before(IReader reader, DeskId desk, string kind)
    {
        string? before = null, now = null;
        foreach (var (fact, _) in JournalTable.Read(reader, desk))
            if (fact.Body is RuleSet set && set.Kind == kind && set.Hash != now) (before, now) = (now, set.Hash);
        return before is not null && reader.Get(Table.Rules, before) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null;
    }

    /// <summary>Records the document as an input; nothing is decided yet. One that is in force already will change nothing.</summary>
    public static Task Import(IStore store, DeskId desk, string kind, string text, RosterBinding binding, DateTimeOffset now)
    {
        var salt = WordsTable.NewSalt();
        var file = kind == RuleKinds.Roster ? RosterFileReader.Read(text).File : null;
        return store.Write(transaction =>
        {
            if (file is not null) binding.Bind(transaction, desk, file);
            var row = new InboxRow
            {
                Kind = InputKind.Rule, OuterId = $"rule|{desk}|{Counters.Next(transaction, "rule-import")}", PostedAt = now, Code = kind, Corp = binding.Corp, Players = binding.Players,
            };
            return Inbox.Append(transaction, desk, row, new WordsRow { Salt = salt, At = now.Stored(), Body = new WordsBody { Text = text } }, now);
        });
    }
}
