using System.Text.Json;
using ChatIntake.Journal;
using ChatIntake.Triage;
using ChatIntake.Triage.Model;

namespace ChatIntake.Desk;

/// <summary>Rule documents that are made of several text files: a JSON object of name to text.</summary>
public static class RuleDocuments
{
    private static readonly Dictionary<string, WeakReference<TriageModel>> Models = new(StringComparer.Ordinal);

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

    /// <summary>The model of a text; the same text gives the same model while it is in use, so that the desks of an installation share it.</summary>
    /// <exception cref="RuleException">The model cannot be read.</exception>
    public static TriageModel ParseModel(string text)
    {
        var key = FactEnvelope.HashOf(System.Text.Encoding.UTF8.GetBytes(text));
        lock (Models)
        {
            if (Models.TryGetValue(key, out var known) && known.TryGetTarget(out var shared)) return shared;
            try
            {
                var model = TriageModelText.Read(text);
                Models[key] = new WeakReference<TriageModel>(model);
                return model;
            }
            catch (FormatException e) { throw new RuleException(e.Message, e); }
        }
    }

    /// <exception cref="RuleException">The lexicon has errors; the message lists them all.</exception>
    public static Lexicon ParseLexicon(string text)
    {
        var result = Lexicon.Parse(ParseFiles(text));
        return result.Lexicon ?? throw new RuleException(string.Join("\n", result.Errors));
    }
}
