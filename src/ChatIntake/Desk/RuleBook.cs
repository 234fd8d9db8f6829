using System.Collections.Immutable;
using System.Text;
using ChatIntake.Dispatch;
using ChatIntake.Escalation;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Triage;
using ChatIntake.Triage.Model;

namespace ChatIntake.Desk;

/// <summary>The kinds of rule documents, as they are named in facts and on the command line.</summary>
public static class RuleKinds
{
    public const string Roster = "roster";
    public const string Routes = "routes";
    public const string Deadlines = "deadlines";
    public const string Settings = "settings";
    public const string Lexicon = "lexicon";
    public const string Model = "model";
    public const string Texts = "texts";

    /// <summary>In the order of the first import.</summary>
    public static ImmutableArray<string> All { get; } = [Settings, Deadlines, Lexicon, Model, Texts, Roster, Routes];

    /// <summary>The name of a kind on screens.</summary>
    public static string Name(string kind) => kind switch
    {
        Roster => "花名册", Routes => "派单目录", Deadlines => "时限表", Settings => "专班设置", Lexicon => "词库", Model => "分诊模型", Texts => "通知文本", _ => "规则",
    };

    /// <summary>Those without which no message can be decided.</summary>
    internal static ImmutableArray<string> Needed { get; } = [Deadlines, Lexicon, Model, Texts];
}

/// <summary>All rules in force at one moment. Changed only by its <c>With</c> methods.</summary>
public sealed record RuleBook
{
    private readonly Deadlines? deadlines;
    private readonly Triager? triager;
    private readonly NoticeTexts? texts;

    /// <summary>A new desk's: nothing imported yet.</summary>
    public static RuleBook Empty { get; } = new();

    public DeskRoster Roster { get; init; } = DeskRoster.Empty;

    public Routes Routes { get; init; } = Routes.Empty;

    public DeskSettings Settings { get; init; } = new();

    public Deadlines Deadlines { get => deadlines ?? throw Missing(RuleKinds.Deadlines); init => deadlines = value; }

    /// <summary>Judges by lexicon and model; its segmenter knows the lexicon's words, the roster's names and <see cref="AddedWords"/>, and nothing of other desks.</summary>
    public Triager Triager { get => triager ?? throw Missing(Lexicon is null ? RuleKinds.Lexicon : RuleKinds.Model); init => triager = value; }

    /// <summary>Words that staff have added.</summary>
    public ImmutableSortedSet<string> AddedWords { get; private init; } = DeskState.Empty.AddedWords;

    private Lexicon? Lexicon { get; init; }

    private TriageModel? Model { get; init; }

    public NoticeTexts Texts { get => texts ?? throw Missing(RuleKinds.Texts); init => texts = value; }

    /// <summary>The versions by which verdicts are made.</summary>
    public ImmutableSortedDictionary<string, int> Versions { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Whether messages can be decided.</summary>
    internal bool Complete => RuleKinds.Needed.All(Versions.ContainsKey);

    /// <summary>The rules after a document took effect.</summary>
    /// <exception cref="RuleException">A document that was accepted once cannot be read by this version of the program.</exception>
    public RuleBook With(string kind, int version, byte[] document, Func<ISegmenter> segmenter)
    {
        var text = Encoding.UTF8.GetString(document);
        var after = this with { Versions = Versions.SetItem(kind, version) };
        return kind switch
        {
            RuleKinds.Roster => (after with { Roster = StoreJson.Read<DeskRoster>(document) }).Equipped(segmenter),
            RuleKinds.Routes => after with { Routes = Routes.Parse(text) },
            RuleKinds.Deadlines => after with { Deadlines = Deadlines.Parse(text) },
            RuleKinds.Settings => (after with { Settings = DeskSettings.Parse(text) }).Turned(),
            RuleKinds.Lexicon => (after with { Lexicon = RuleDocuments.ParseLexicon(text) }).Equipped(segmenter),
            RuleKinds.Model => (after with { Model = RuleDocuments.ParseModel(text) }).Equipped(segmenter),
            RuleKinds.Texts => after with { Texts = NoticeTexts.Parse(RuleDocuments.ParseFiles(text)) },
            _ => throw new RuleException($"没有“{kind}”这种规则"),
        };
    }

    /// <summary>The rules after staff have added or removed words.</summary>
    public RuleBook With(ImmutableSortedSet<string> words, Func<ISegmenter> segmenter) =>
        ReferenceEquals(words, AddedWords) ? this : (this with { AddedWords = words }).Equipped(segmenter);

    // Words come from three places, whichever changes last; a fresh segmenter also forgets those that are no more.
    private RuleBook Equipped(Func<ISegmenter> segmenter) => Lexicon is null || Model is null
        ? this
        : this with { Triager = new Triager(new TriageRules(new ReadingRules(Lexicon, segmenter(), DomainWords.Of(Roster).Concat(AddedWords)), Model) { Limits = Limits }) };

    private TriageLimits Limits => new() { Leaning = Settings.Leaning };

    // The dial alone does not ask for another segmenter.
    private RuleBook Turned() => triager is null || triager.Rules.Limits == Limits ? this : this with { Triager = new Triager(triager.Rules with { Limits = Limits }) };

    private static InvalidOperationException Missing(string kind) => new($"The desk has no {kind} yet; import them first.");
}
