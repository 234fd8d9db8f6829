using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ChatIntake.Dispatch;
using ChatIntake.Escalation;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Triage;

namespace ChatIntake.Desk;

/// <summary>Turns rule documents into the rules that deciding uses. A document of several text files is a JSON object of name to text.</summary>
public static class RuleDocuments
{
    /// <summary>Several files as one document, in the order of their names.</summary>
    public static string Join(IEnumerable<KeyValuePair<string, string>> files) =>
        JsonSerializer.Serialize(new SortedDictionary<string, string>(files.ToDictionary(f => f.Key, f => f.Value.ReplaceLineEndings("\n")), StringComparer.Ordinal), Journal.StoreJson.Options);

    /// <exception cref="RuleException">Not such a document.</exception>
    public static IReadOnlyDictionary<string, string> ParseFiles(string text)
    {
        try { return JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? []; }
        catch (JsonException e) { throw new RuleException($"文件集合读不懂:{e.Message}", e); }
    }

    /// <exception cref="RuleException">The lexicon has errors; the message lists them all.</exception>
    public static Lexicon ParseLexicon(string text)
    {
        var lexicon = Lexicon.Parse(ParseFiles(text));
        return lexicon.Errors.Count == 0 ? lexicon : throw new RuleException(string.Join("\n", lexicon.Errors));
    }

    /// <summary>The rules in force by the documents' kinds; kinds that are absent have their defaults.</summary>
    /// <exception cref="RuleException">A document that was once accepted cannot be read by this version.</exception>
    public static RuleBook Book(IReadOnlyDictionary<string, byte[]> documents, ImmutableSortedDictionary<string, int> versions, Func<ISegmenter> segmenter) => new()
    {
        Roster = documents.TryGetValue(RuleKinds.Roster, out var roster) ? Journal.StoreJson.Read<DeskRoster>(roster) : DeskRoster.Empty,
        Routes = Text(documents, RuleKinds.Routes) is { } routes ? Routes.Parse(routes) : Routes.Empty,
        Deadlines = Deadlines.Parse(Text(documents, RuleKinds.Deadlines) ?? throw new RuleException("还没有导入时限表")),
        Settings = Text(documents, RuleKinds.Settings) is { } settings ? DeskSettings.Parse(settings) : new DeskSettings(),
        Triager = new Triager(new TriageRules(ParseLexicon(Text(documents, RuleKinds.Lexicon) ?? throw new RuleException("还没有导入词库")), segmenter())),
        Texts = NoticeTexts.Parse(ParseFiles(Text(documents, RuleKinds.Texts) ?? throw new RuleException("还没有导入文本"))),
        Versions = versions,
    };

    private static string? Text(IReadOnlyDictionary<string, byte[]> documents, string kind) =>
        documents.TryGetValue(kind, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;
}
