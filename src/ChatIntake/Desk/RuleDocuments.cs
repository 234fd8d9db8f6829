using System.Text.Json;
using ChatIntake.Journal;
using ChatIntake.Triage;

namespace ChatIntake.Desk;

/// <summary>Rule documents that are made of several text files: a JSON object of name to text.</summary>
public static class RuleDocuments
{
    /// <summary>Several files as one document, in the order of their names, with line ends alike everywhere.</summary>
    public static string Join(IEnumerable<KeyValuePair<string, string>> files) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(files.ToDictionary(f => f.Key, f => f.Value.ReplaceLineEndings("\n")), StringComparer.Ordinal), StoreJson.Options);

    /// <exception cref="RuleException">Not such a document.</exception>
    public static IReadOnlyDictionary<string, string> ParseFiles(string text)
    {
        Dictionary<string, string?> files;
        try { files = JsonSerializer.Deserialize<Dictionary<string, string?>>(text) ?? []; }
        catch (JsonException e) { throw new RuleException($"文件集合读不懂:{e.Message}", e); }
        return files.ToDictionary(f => f.Key, f => f.Value ?? throw new RuleException($"文件“{f.Key}”没有内容"), StringComparer.Ordinal);
    }

    /// <exception cref="RuleException">The lexicon has errors; the message lists them all.</exception>
    public static Lexicon ParseLexicon(string text)
    {
        var result = Lexicon.Parse(ParseFiles(text));
        return result.Lexicon ?? throw new RuleException(string.Join("\n", result.Errors));
    }
}
