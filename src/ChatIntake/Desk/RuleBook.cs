using System.Collections.Immutable;
using ChatIntake.Dispatch;
using ChatIntake.Escalation;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Triage;

namespace ChatIntake.Desk;

/// <summary>The kinds of rule documents, as they are named in facts and on the command line.</summary>
public static class RuleKinds
{
    public const string Roster = "roster";
    public const string Routes = "routes";
    public const string Deadlines = "deadlines";
    public const string Settings = "settings";
    public const string Lexicon = "lexicon";
    public const string Texts = "texts";

    public static ImmutableArray<string> All { get; } = [Settings, Deadlines, Lexicon, Texts, Roster, Routes];
}

/// <summary>All rules in force at one moment.</summary>
public sealed record RuleBook
{
    public DeskRoster Roster { get; init; } = DeskRoster.Empty;

    public Routes Routes { get; init; } = Routes.Empty;

    public required Deadlines Deadlines { get; init; }

    public DeskSettings Settings { get; init; } = new();

    public required Triager Triager { get; init; }

    public required NoticeTexts Texts { get; init; }

    /// <summary>The versions by which verdicts are made.</summary>
    public ImmutableSortedDictionary<string, int> Versions { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
