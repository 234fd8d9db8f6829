using System.Security.Cryptography;
using System.Text;
using ChatIntake.Chat;
using ChatIntake.Journal;

namespace ChatIntake.Intake;

/// <summary>What a row of words belongs to.</summary>
public enum WordsKind
{
    /// <summary>A message or imported document: the number is the input's.</summary>
    Input,

    /// <summary>Why a message was judged as it was: the number is the message's.</summary>
    Verdict,

    /// <summary>A person's name and phone: the number is the member's.</summary>
    Person,

    /// <summary>A post of the bot: the number is the post's.</summary>
    Post,
}

/// <summary>Names a row of words within a desk.</summary>
public readonly record struct WordsKey(WordsKind Kind, long Number)
{
    internal string In(DeskId desk) => $"{desk}/{Kind switch { WordsKind.Input => "input", WordsKind.Verdict => "verdict", WordsKind.Person => "person", _ => "post" }}/{StoreKey.Number(Number)}";
}

/// <summary>
/// Words with the salt of their digest, the person who said them and the instant. <see cref="Body"/> is null once erased; the
/// digest in the facts still proves what stood here to whoever holds the words and the salt.
/// </summary>
public sealed record WordsRow
{
    public int V { get; init; } = 1;

    /// <summary>16 random bytes in Base64.</summary>
    public required string Salt { get; init; }

    public MemberId? Person { get; init; }

    public required DateTimeOffset At { get; init; }

    public WordsBody? Body { get; init; }
}

/// <summary>The words themselves; which fields are set depends on the kind of the row.</summary>
public sealed record WordsBody
{
    /// <summary>What was said, or the text of a post, or an imported document.</summary>
    public string? Text { get; init; }

    /// <summary>The text that the message quotes.</summary>
    public string? Quote { get; init; }

    /// <summary>A person's display name.</summary>
    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Phone { get; init; }

    /// <summary>The name of the chat as the channel told it.</summary>
    public string? Chat { get; init; }

    public IReadOnlyList<Triage.Reason>? Reasons { get; init; }

    /// <summary>What the channel delivered, where it could not be read.</summary>
    public string? Raw { get; init; }
}

/// <summary>The side table of words, the only place of what people said.</summary>
public static class WordsTable
{
    public static string NewSalt() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>HMAC-SHA-256 over the body's stored bytes, keyed with the salt; lower-case hexadecimal.</summary>
    public static string Digest(string salt, WordsBody body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(salt), StoreJson.Write(body)));

    /// <summary>The salt of words that a decision adds to an input: derived, so that deciding stays free of chance.</summary>
    public static string DerivedSalt(string salt, string purpose) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(salt), Encoding.UTF8.GetBytes(purpose)).AsSpan(0, 16));

    /// <summary>The row, or null where there is none. A damaged row counts as none: the digests in the facts tell that it was there.</summary>
    public static WordsRow? Get(IReader reader, DeskId desk, WordsKey key)
    {
        if (reader.Get(Table.Words, key.In(desk)) is not { } bytes) return null;
        try { return StoreJson.Read<WordsRow>(bytes); }
        catch (InvalidDataException) { return null; }
    }

    public static void Put(ITransaction transaction, DeskId desk, WordsKey key, WordsRow row) =>
        transaction.Put(Table.Words, key.In(desk), StoreJson.Write(row));
}
