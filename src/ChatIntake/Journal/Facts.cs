using System.Security.Cryptography;
using System.Text.Json;
using ChatIntake.Chat;

namespace ChatIntake.Journal;

/// <summary>Something that happened at a desk. Holds ids, codes, numbers and digests, never words.</summary>
public interface IFact;

/// <summary>
/// A fact with all that is hashed beside it. <paramref name="PostedAt"/> is the instant that counts for clocks (the sender's, or the due
/// instant of a tick), <paramref name="RecordedAt"/> the inbox's, which never goes back within a desk.
/// </summary>
public sealed record FactEnvelope(
    DeskId Desk, long Position, InputId Input, DateTimeOffset PostedAt, DateTimeOffset RecordedAt, IFact Body, string PreviousHash)
{
    /// <summary>What stands before the first fact of a desk.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The exact bytes that are stored and hashed.</summary>
    public byte[] ToBytes()
    {
        var (name, version) = FactCatalogue.NameOf(Body.GetType());
        var body = JsonSerializer.SerializeToElement(Body, Body.GetType(), StoreJson.Options);
        return StoreJson.Write(new Stored(Desk, Position, name, version, Input, PostedAt, RecordedAt, body, PreviousHash));
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">Damaged bytes, or a fact that this version of the program does not know.</exception>
    public static FactEnvelope FromBytes(ReadOnlySpan<byte> bytes)
    {
        var stored = StoreJson.Read<Stored>(bytes);
        var type = FactCatalogue.TypeOf(stored.Name, stored.V)
            ?? throw new InvalidDataException(
                $"Fact {stored.Pos} of desk {stored.Desk} is '{stored.Name}' version {stored.V}, which this version of the program does not know.");
        return new FactEnvelope(stored.Desk, stored.Pos, stored.Input, stored.Posted, stored.Recorded, BodyOf(stored, type), stored.Prev);
    }

    private static IFact BodyOf(Stored stored, Type type)
    {
        try
        {
            return (IFact?)stored.Body.Deserialize(type, StoreJson.Options) ?? throw new InvalidDataException($"Fact {stored.Pos} of desk {stored.Desk} has no body.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The body of fact {stored.Pos} of desk {stored.Desk} is not that of '{stored.Name}' version {stored.V}: {e.Message}", e);
        }
    }

    /// <summary>The hash by which the next fact refers to these bytes: SHA-256, lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record Stored(
        DeskId Desk, long Pos, string Name, int V, InputId Input, DateTimeOffset Posted, DateTimeOffset Recorded, JsonElement Body, string Prev);
}
