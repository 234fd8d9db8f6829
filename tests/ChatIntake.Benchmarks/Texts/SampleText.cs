using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatIntake.Benchmarks.Texts;

/// <summary>
/// A text of some megabytes from what the repository has: the clauses of its chats and of jieba's golden lines, shuffled with a fixed seed and put together to
/// lines of one to twenty clauses. It repeats its clauses, but hardly ever in the same order.
/// </summary>
internal static partial class SampleText
{
    private const int Bytes = 5_000_000;

    private static readonly string[] Sources = ["data/town/morning.jsonl", "tests/data/group-dev.jsonl", "tests/data/jieba-golden-dev.jsonl.gz"];

    /// <summary>Writes the text, and tells what it is.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="into">The file to write.</param>
    public static string Write(string root, string into)
    {
        var paths = Sources.Select(source => Path.Combine(root, source)).Where(File.Exists).ToList();
        var clauses = paths.SelectMany(Texts).SelectMany(Clauses).Distinct(StringComparer.Ordinal).ToArray();
        var lines = Recombined(clauses).ToList();
        File.WriteAllText(into, string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        var names = string.Join(", ", paths.Select(Path.GetFileName));
        return GivenText.Describe(lines, FormattableString.Invariant($"made of {clauses.Length} different clauses of {names}, shuffled"));
    }

    private static IEnumerable<string> Texts(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            using var message = JsonDocument.Parse(line);
            if (Text(message.RootElement.GetProperty("text")) is { } text) yield return text;
        }
    }

    /// <summary>Null for what is no well-formed text, such as a lone surrogate: not every contestant takes it.</summary>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The parts up to and with each punctuation mark, without those that are too odd to be somebody's words.</summary>
    private static IEnumerable<string> Clauses(string text) =>
        ClauseEnd().Split(text).Select(clause => clause.Trim()).Where(clause => clause.Length is > 1 and <= 120 && clause.Any(c => c is >= '\u4e00' and <= '\u9fd5'));

    private static IEnumerable<string> Recombined(string[] clauses)
    {
        var random = new Random(1);
        var line = new StringBuilder();
        for (int written = 0, at = clauses.Length; written < Bytes;)
        {
            line.Clear();
            for (var left = random.Next(1, 21); left > 0; left--)
            {
                if (at == clauses.Length)
                {
                    random.Shuffle(clauses);
                    at = 0;
                }
                line.Append(clauses[at++]);
            }
            written += Encoding.UTF8.GetByteCount(line.ToString()) + 1;
            yield return line.ToString();
        }
    }

    [GeneratedRegex(@"(?<=[,，。！!？?；;：:、…\n])")]
    private static partial Regex ClauseEnd();
}
