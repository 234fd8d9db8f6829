using System.Text.Json.Serialization;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Triage;

namespace ChatIntake.Host.Cli;

/// <summary>A verdict in the format by which triage is scored (the label guide's field names).</summary>
internal sealed record VerdictLine
{
    [JsonPropertyName("id")] public required string Id { get; init; }

    [JsonPropertyName("is_report")] public bool IsReport { get; init; }

    [JsonPropertyName("is_command")] public bool IsCommand { get; init; }

    [JsonPropertyName("joins")] public string? Joins { get; init; }

    [JsonPropertyName("resolves")] public string? Resolves { get; init; }

    [JsonPropertyName("withdraws")] public string? Withdraws { get; init; }

    [JsonPropertyName("category")] public string? Category { get; init; }

    [JsonPropertyName("sub_category")] public string? SubCategory { get; init; }

    [JsonPropertyName("urgency")] public string? Urgency { get; init; }

    [JsonPropertyName("special")] public bool Special { get; init; }

    [JsonPropertyName("common_group")] public string? CommonGroup { get; init; }

    [JsonPropertyName("enterprise")] public string? Enterprise { get; init; }

    [JsonPropertyName("also")] public IReadOnlyList<AlsoLine> Also { get; init; } = [];
}

internal sealed record AlsoLine([property: JsonPropertyName("category")] string Category, [property: JsonPropertyName("sub_category")] string? SubCategory);

/// <summary>Reads the verdicts of a played transcript from its journal.</summary>
internal static class Verdicts
{
    public static IEnumerable<VerdictLine> Of(IReader store, Play play)
    {
        var facts = JournalTable.Read(store, play.Runner.Desk).Select(f => f.Fact.Body).ToList();
        var opened = facts.OfType<CaseOpened>().ToDictionary(o => o.Case);
        var common = play.Runner.CommonProblems();
        return facts.OfType<MessageHeard>().Select(heard => Line(heard, opened, common, play));
    }

    private static VerdictLine Line(MessageHeard heard, Dictionary<CaseId, CaseOpened> opened, IReadOnlyDictionary<CaseId, string> common, Play play)
    {
        var about = heard.Case is { } id ? opened.GetValueOrDefault(id) : null;
        var opener = about is null ? null : play.Ids.GetValueOrDefault(about.Message);
        var line = new VerdictLine { Id = play.Ids[heard.Message], IsCommand = heard.Command };
        if (heard.Kind == VerdictKind.Report && about is not null)
        {
            var main = about.Parts[0].Topic;
            return line with
            {
                IsReport = true,
                Category = TopicCatalogue.CategoryName(main),
                SubCategory = TopicCatalogue.SubName(main),
                Urgency = about.Parts[0].Urgency.ToString().ToLowerInvariant(),
                Special = about.Special,
                CommonGroup = common.GetValueOrDefault(about.Case),
                Enterprise = about.Enterprise is { } firm ? play.Runner.Rules.Roster.Index.Enterprise(firm)?.Name : null,
                Also = [.. about.Parts.Skip(1).Select(p => new AlsoLine(TopicCatalogue.CategoryName(p.Topic), TopicCatalogue.SubName(p.Topic)))],
            };
        }
        return line with
        {
            Joins = heard.Kind is VerdictKind.Addition or VerdictKind.Resolution or VerdictKind.Withdrawal ? opener : null,
            Resolves = heard.Kind == VerdictKind.Resolution ? opener : null,
            Withdraws = heard.Kind == VerdictKind.Withdrawal ? opener : null,
        };
    }
}
