using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatIntake.WeCom.Wire;

/// <summary>Reads JSON as it comes from chat: damaged text, ids as numbers, fields that are missing or of another type.</summary>
internal static partial class WireJson
{
    /// <summary>Parses an object; its elements live on without the document. Null and a reason when it is none.</summary>
    internal static JsonElement? ParseObject(string json, out string problem)
    {
        json = RepairSurrogates(json.TrimStart('\uFEFF'));
        if (!TryParse(json, out var root, out problem) && !TryParse(BlankControls(json), out root, out _))
            return null;
        problem = root.ValueKind == JsonValueKind.Object ? "" : "The JSON is not an object.";
        return problem.Length == 0 ? root : null;
    }

    internal static JsonElement? Child(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : null;

    /// <summary>A string, or a number digit by digit (ids pass 2^53); null for anything else.</summary>
    internal static string? Text(this JsonElement parent, string name) =>
        parent.Child(name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    internal static string? Text(this JsonElement parent, string outer, string inner) => parent.Child(outer)?.Text(inner);

    internal static IEnumerable<JsonElement> Items(this JsonElement parent, string name) =>
        parent.Child(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static bool TryParse(string json, out JsonElement root, out string problem)
    {
        try
        {
            // By way of bytes: a lone surrogate becomes U+FFFD instead of an exception.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
            root = document.RootElement.Clone();
            problem = "";
            return true;
        }
        catch (JsonException e)
        {
            root = default;
            problem = $"Not well-formed JSON (line {e.LineNumber}, byte {e.BytePositionInLine}).";
            return false;
        }
    }

    private static string BlankControls(string json) =>
        string.Create(json.Length, json, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = source[i] < ' ' ? ' ' : source[i];
        });

    private static string RepairSurrogates(string json) =>
        json.Contains(@"\u", StringComparison.Ordinal)
            ? SurrogateEscape().Replace(json, match => match.Groups["whole"].Success ? match.Value : @"\uFFFD")
            : json;

    [GeneratedRegex(@"(?<whole>\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex SurrogateEscape();
}
