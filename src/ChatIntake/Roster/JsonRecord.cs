using System.Globalization;
using System.Text.Json;

namespace ChatIntake.Roster;

/// <summary>
/// Reads one object of a hand-written JSON file: takes what is there, notes in Chinese what is wrong and where, and tells which
/// fields nobody asked for.
/// </summary>
internal sealed class JsonRecord(JsonElement element, string path, List<string> errors, List<string> warnings)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string Path => path;

    public string Required(string name)
    {
        var value = Text(name);
        if (string.IsNullOrWhiteSpace(value)) errors.Add($"{path}.{name} 缺少或为空");
        return value ?? "";
    }

    public string? Text(string name)
    {
        if (!Find(name, out var value)) return null;
        return TextOf(value, $"{path}.{name}");
    }

    /// <summary>A text that must be one of <paramref name="allowed"/>; <paramref name="fallback"/> where it is absent.</summary>
    public string Choice(string name, string fallback, params string[] allowed)
    {
        var value = Text(name) is { Length: > 0 } text ? text : fallback;
        if (!allowed.Contains(value)) errors.Add($"{path}.{name} 是“{value}”,应为其中之一:{string.Join("、", allowed)}");
        return value;
    }

    public int? Number(string name)
    {
        if (!Find(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0) return number;
        errors.Add($"{path}.{name} 应为非负整数");
        return null;
    }

    /// <summary>Refuses any other number; the field may be absent.</summary>
    public void Is(string name, int expected)
    {
        if (Number(name) is { } number && number != expected) errors.Add($"{path}.{name} 是 {number},应为 {expected}");
    }

    public bool Flag(string name)
    {
        if (!Find(name, out var value)) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        errors.Add($"{path}.{name} 应为 true 或 false");
        return false;
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { Length: > 0 } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        errors.Add($"{path}.{name} 是“{text}”,应为日期,如 2020-02-10");
        return null;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();
        foreach (var (item, at) in Items(name))
            if (TextOf(item, at) is { } text) texts.Add(text);
        return texts;
    }

    /// <summary>Whether the field is there.</summary>
    public bool Has(string name) => Find(name, out _);

    /// <summary>Objects of a list; a bare text becomes an object through <paramref name="fromText"/> where that is given.</summary>
    public IReadOnlyList<T> Objects<T>(string name, Func<JsonRecord, T> read, Func<string, T>? fromText = null)
    {
        var found = new List<T>();
        foreach (var (item, at) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                var record = new JsonRecord(item, at, errors, warnings);
                found.Add(read(record));
                record.WarnOfRest();
            }
            else if (item.ValueKind == JsonValueKind.String && fromText is not null)
            {
                if (TextOf(item, at) is { Length: > 0 } text) found.Add(fromText(text));
                else errors.Add($"{at} 为空");
            }
            else
            {
                errors.Add($"{at} 格式不对");
            }
        }
        return found;
    }

    public JsonRecord? Object(string name)
    {
        if (!Find(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Object) return new JsonRecord(value, $"{path}.{name}", errors, warnings);
        errors.Add($"{path}.{name} 应为对象");
        return null;
    }

    public void WarnOfRest()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
            if (!seen.Add(property.Name)) errors.Add($"{path}.{property.Name} 写了两次");
            else if (!asked.Contains(property.Name)) warnings.Add($"{path}.{property.Name} 不认识,已忽略");
    }

    // Half a surrogate pair, written as an escape, passes the JSON parser and is no text all the same.
    private string? TextOf(JsonElement value, string at)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.String) return value.GetString()!.Trim();
            errors.Add($"{at} 应为文字");
        }
        catch (InvalidOperationException)
        {
            errors.Add($"{at} 里有不完整的字符");
        }
        return null;
    }

    private IEnumerable<(JsonElement Item, string At)> Items(string name)
    {
        if (!Find(name, out var value)) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add($"{path}.{name} 应为列表");
            yield break;
        }
        var index = 0;
        foreach (var item in value.EnumerateArray()) yield return (item, $"{path}.{name}[{index++}]");
    }

    private bool Find(string name, out JsonElement value)
    {
        asked.Add(name);
        return element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
