using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatIntake.Desk;

/// <summary>How hand-written rule files are read: comments and trailing commas allowed, names forgiving in case, nothing unknown.</summary>
internal static class RuleJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}

/// <summary>A rule document is not of its format; the message says in Chinese what is wrong.</summary>
public sealed class RuleException : Exception
{
    public RuleException()
    {
    }

    public RuleException(string message) : base(message)
    {
    }

    public RuleException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
