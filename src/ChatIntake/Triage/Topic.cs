using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatIntake.Triage;

/// <summary>
/// What a problem is about, as a code of two levels such as <c>transport.held</c>; the names that people see and the
/// codes that exist stand in <see cref="TopicCatalogue"/>.
/// </summary>
[JsonConverter(typeof(TopicConverter))]
public readonly record struct Topic(string Code)
{
    /// <summary>Nobody could tell: 其他 without a sub-category.</summary>
    public static Topic Other { get; } = new("other");

    /// <summary>The first level, e.g. <c>transport</c>.</summary>
    public string Category { get; } = Code.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? string.Intern(Code[..dot]) : Code;

    public bool Equals(Topic other) => Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Code;
}

internal sealed class TopicConverter : JsonConverter<Topic>
{
    public override Topic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Topic value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);

    public override Topic ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Topic value, JsonSerializerOptions options) => writer.WritePropertyName(value.Code);
}
