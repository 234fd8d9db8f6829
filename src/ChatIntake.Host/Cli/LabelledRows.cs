using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ChatIntake.Learning;

namespace ChatIntake.Host.Cli;

/// <summary>A row of texts to be learned from or classified: its id as it stood in the file, and the text.</summary>
internal sealed record LabelledRow(JsonElement? Id, LabelledText Text);

/// <summary>Reads JSONL with the fields <c>id</c>, <c>title</c>, <c>text</c> and <c>label</c>; a file packed with gzip as well.</summary>
internal static class LabelledRows
{
    /// <summary>The rows, and what is wrong with the lines that are none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static (List<LabelledRow> Rows, List<string> Problems) Read(FileInfo file)
    {
        var (rows, problems) = (new List<LabelledRow>(), new List<string>());
        using var reader = Open(file);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                rows.Add(Row(line));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
            {
                problems.Add($"{file.Name} 第 {number} 行:{e.Message}");
            }
        }
        return (rows, problems);
    }

    private static LabelledRow Row(string line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        if (row.ValueKind != JsonValueKind.Object) throw new FormatException("不是 JSON 对象");
        var text = Field(row, "text") ?? throw new FormatException("缺少 text");
        return new LabelledRow(row.TryGetProperty("id", out var id) ? id.Clone() : null, new LabelledText(Field(row, "title"), text, Field(row, "label")));
    }

    private static string? Field(JsonElement row, string name) =>
        !row.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null ? null
        : field.ValueKind == JsonValueKind.String ? field.GetString()
        : throw new FormatException($"{name} 应是字符串");

    private static StreamReader Open(FileInfo file)
    {
        var stream = file.OpenRead();
        var packed = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return new StreamReader(packed ? new GZipStream(stream, CompressionMode.Decompress) : stream, Encoding.UTF8);
    }
}
