using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Storage.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatIntake.Tests.Desk;

/// <summary>The shipped rules with the sample town, imported once; every test desk starts from a copy.</summary>
internal static class TestRules
{
    public static readonly DeskId Desk = new("test");

    /// <summary>The Monday of the sample town, early.</summary>
    public static readonly DateTimeOffset Morning = new DateOnly(2020, 2, 24).AtInChina(new TimeOnly(7, 0));

    private static readonly Lazy<Task<IReadOnlyList<(Table Table, Row Row)>>> Imported = new(Import);

    public static ISegmenter Segmenter() => new Segmenter();

    public static string Data(string path) => Path.Combine(AppContext.BaseDirectory, "data", path);

    public static string Folder(string name) =>
        RuleDocuments.Join(Directory.EnumerateFiles(Data(name), "*.txt").Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f))));

    /// <summary>The shipped model of triage.</summary>
    public static string Model() => File.ReadAllText(Data("model/triage.txt"));

    public static RosterBinding Binding { get; } = new("ww-test", Players: true);

    /// <summary>A store in which the rules have been decided and nothing else has happened.</summary>
    public static async Task<MemoryStore> NewStore() => await StoreOf(await Imported.Value);

    public static async Task<MemoryStore> StoreOf(IEnumerable<(Table Table, Row Row)> rows)
    {
        var store = new MemoryStore();
        await store.Write(transaction =>
        {
            foreach (var (table, row) in rows) transaction.Put(table, row.Key, row.Value);
            return true;
        });
        return store;
    }

    /// <summary>All rows of the tables.</summary>
    public static IReadOnlyList<(Table Table, Row Row)> Rows(IReader store, params IEnumerable<Table> tables) =>
        [.. tables.SelectMany(table => store.Range(table, " ", "~").Select(row => (table, row)))];

    private static async Task<IReadOnlyList<(Table Table, Row Row)>> Import()
    {
        await using var store = new MemoryStore();
        (string Kind, string Text)[] rules =
        [
            (RuleKinds.Settings, File.ReadAllText(Data("desk/settings.json"))),
            (RuleKinds.Deadlines, File.ReadAllText(Data("desk/deadlines.json"))),
            (RuleKinds.Lexicon, Folder("lexicon")),
            (RuleKinds.Model, Model()),
            (RuleKinds.Texts, Folder("texts")),
            (RuleKinds.Roster, File.ReadAllText(Data("town/roster.json"))),
            (RuleKinds.Routes, File.ReadAllText(Data("town/routes.json"))),
        ];
        foreach (var (kind, text) in rules) await RuleImport.Import(store, Desk, kind, text, Binding, Morning);
        var runner = DeskRunner.Open(store, Desk, Segmenter, NullLogger.Instance);
        await runner.Advance();
        if (runner.State.Rules.Count != rules.Length) throw new InvalidOperationException("A shipped rule was refused.");
        return Rows(store, Enum.GetValues<Table>());
    }
}
