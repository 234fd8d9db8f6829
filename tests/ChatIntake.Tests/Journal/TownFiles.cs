using System.Text.Json;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Roster;

namespace ChatIntake.Tests.Journal;

/// <summary>The files of the repository that tests read: the desk's rules and the sample town.</summary>
internal static class TownFiles
{
    public static string Root { get; } = FindRoot();

    public static string Roster { get; } = Read("data", "town", "roster.json");

    /// <summary>What a desk of the town starts with, in the order of the first import.</summary>
    public static IReadOnlyList<(string Kind, string Text)> Rules { get; } =
    [
        (RuleKinds.Settings, Read("data", "desk", "settings.json")),
        (RuleKinds.Deadlines, Read("data", "desk", "deadlines.json")),
        (RuleKinds.Lexicon, Join("lexicon")),
        (RuleKinds.Model, Desk.TestRules.Model()),
        (RuleKinds.Texts, Join("texts")),
        (RuleKinds.Roster, Roster),
        (RuleKinds.Routes, Read("data", "town", "routes.json")),
    ];

    /// <summary>The written morning as players say it.</summary>
    public static IReadOnlyList<ChatMessage> Morning { get; } = ReadMorning();

    public static string Rule(string kind) => Rules.First(r => r.Kind == kind).Text;

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Join(string folder) =>
        RuleDocuments.Join(Directory.EnumerateFiles(Path.Combine(Root, "data", folder), "*.txt").Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f))));

    private static List<ChatMessage> ReadMorning()
    {
        var lines = Read("data", "town", "morning.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var texts = lines.ToDictionary(l => Text(l, "id")!, l => Text(l, "text"));
        return [.. lines.Select(l => new ChatMessage
        {
            Way = RosterBinding.TranscriptChannel,
            Source = RosterBinding.TranscriptChannel,
            OuterId = Text(l, "id")!,
            Chat = RosterBinding.TranscriptName(Text(l, "chat")!),
            Sender = RosterBinding.TranscriptName(Text(l, "sender")!),
            PostedAt = DateTimeOffset.Parse(Text(l, "time") + ":00+08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime(),
            Type = Text(l, "type") switch { "image" => MessageType.Image, "text" => MessageType.Text, _ => MessageType.File },
            Text = Text(l, "text")!,
            QuoteText = Text(l, "quote") is { } quote ? texts[quote] : null,
            SenderName = Text(l, "sender"),
            ChatName = Text(l, "chat"),
        })];
    }

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ChatIntake.sln"))) folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        return folder;
    }
}
