using ChatIntake.Chat;

namespace ChatIntake.Journal;

/// <summary>
/// The end of a desk's journal, and how far its inbox has been decided. <paramref name="RulesAhead"/> is the last rule document that was decided before
/// messages that had waited for it; null where none was.
/// </summary>
public sealed record DeskHead(long Position, string Hash, InputId Decided, InputId? RulesAhead = null)
{
    public static DeskHead Start { get; } = new(0, FactEnvelope.NoHash, new InputId(0));
}

/// <summary>Somebody else wrote to the desk's journal meanwhile: this writer has lost its desk and wrote nothing.</summary>
public sealed class JournalConflictException : Exception
{
    public JournalConflictException()
    {
    }

    public JournalConflictException(string message) : base(message)
    {
    }

    public JournalConflictException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The facts of each desk by position, chained by hashes.</summary>
public static class JournalTable
{
    private const int Page = 1000;

    public static DeskHead Head(IReader reader, DeskId desk) =>
        reader.Get(Table.Meta, $"desk/{desk}") is { } bytes ? StoreJson.Read<DeskHead>(bytes) : DeskHead.Start;

    /// <summary>Moves the head, if it still stands where the writer believes: the fence against a second writer.</summary>
    /// <exception cref="JournalConflictException">It does not.</exception>
    public static void MoveHead(ITransaction transaction, DeskId desk, DeskHead expected, DeskHead next)
    {
        if (Head(transaction, desk) != expected) throw new JournalConflictException($"The journal of desk {desk} is not where this process left it.");
        transaction.Put(Table.Meta, $"desk/{desk}", StoreJson.Write(next));
    }

    public static void Append(ITransaction transaction, DeskId desk, long position, byte[] bytes) =>
        transaction.Put(Table.Journal, Key(desk, position), bytes);

    /// <summary>All facts in order, with the hash of each; checks that each follows the one before and that none is missing before the head.</summary>
    /// <exception cref="InvalidDataException">A fact is missing, damaged, changed or unknown: the message names the position.</exception>
    public static IEnumerable<(FactEnvelope Fact, string Hash)> Read(IReader reader, DeskId desk) => Read(reader, desk, 0, FactEnvelope.NoHash);

    /// <summary>The facts after a position, in order; the first is checked against nothing but its place.</summary>
    public static IEnumerable<(FactEnvelope Fact, string Hash)> Read(IReader reader, DeskId desk, long after) =>
        after == 0 ? Read(reader, desk)
        : reader.Get(Table.Journal, Key(desk, after)) is { } last ? Read(reader, desk, after, FactEnvelope.HashOf(last))
        : throw new InvalidDataException($"Fact {after} of desk {desk} is missing.");

    private static IEnumerable<(FactEnvelope Fact, string Hash)> Read(IReader reader, DeskId desk, long position, string hash)
    {
        while (true)
        {
            // Before the rows, since facts may be appended meanwhile.
            var head = Head(reader, desk);
            var rows = reader.Range(Table.Journal, Key(desk, position + 1), StoreKey.AfterAll(desk.Value), Page);
            foreach (var row in rows)
            {
                var fact = ReadNext(row, desk, position + 1);
                if (fact.PreviousHash != hash)
                    throw new InvalidDataException($"Fact {position} of desk {desk}, or the link of fact {position + 1} to it, was changed after it was written.");
                (position, hash) = (fact.Position, FactEnvelope.HashOf(row.Value));
                if (position == head.Position && hash != head.Hash) throw new InvalidDataException($"Fact {position} of desk {desk} was changed after it was written.");
                yield return (fact, hash);
            }
            if (rows.Count == Page) continue;
            if (position < head.Position) throw Missing(desk, position + 1);
            yield break;
        }
    }

    private static FactEnvelope ReadNext(Row row, DeskId desk, long position)
    {
        if (row.Key != Key(desk, position)) throw Missing(desk, position);
        FactEnvelope fact;
        try { fact = FactEnvelope.FromBytes(row.Value); }
        catch (InvalidDataException e) { throw new InvalidDataException($"Fact {position} of desk {desk} cannot be read: {e.Message}", e); }
        return (fact.Position, fact.Desk) == (position, desk)
            ? fact
            : throw new InvalidDataException($"Where fact {position} of desk {desk} should be, there is fact {fact.Position} of desk {fact.Desk}.");
    }

    private static InvalidDataException Missing(DeskId desk, long position) => new($"Fact {position} of desk {desk} is missing.");

    private static string Key(DeskId desk, long position) => $"{desk}/{StoreKey.Number(position)}";
}
