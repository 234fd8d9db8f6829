using System.Collections.Immutable;
using System.Text.Json;
using ChatIntake.Cases;
using ChatIntake.Triage;

namespace ChatIntake.Escalation;

/// <summary>
/// How long each promise may take, from posting, in minutes of the wall clock; a rule of the desk (format <c>chatintake-deadlines</c>
/// version 1, <c>data/desk/deadlines.json</c>).
/// </summary>
public sealed record Deadlines
{
    /// <summary>By urgency, then by clock; a clock that is absent does not run.</summary>
    public required ImmutableDictionary<Urgency, ImmutableDictionary<ClockKind, int>> Minutes { get; init; }

    /// <summary>The clocks of a problem posted at <paramref name="postedAt"/>; one whose time had passed when it was recorded is missed already.</summary>
    public ImmutableArray<CaseClock> For(Urgency urgency, DateTimeOffset postedAt, DateTimeOffset recordedAt) =>
    [
        .. Enum.GetValues<ClockKind>().Where(kind => Minutes[urgency].ContainsKey(kind)).Select(kind =>
        {
            var due = postedAt.AddMinutes(Minutes[urgency][kind]);
            return new CaseClock { Kind = kind, Due = due, MissedAt = due <= recordedAt ? recordedAt : null };
        }),
    ];

    /// <exception cref="Desk.RuleException">The document is not of the format.</exception>
    public static Deadlines Parse(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<DeadlinesFile>(json, Desk.RuleJson.Options);
            if (file is not { Format: "chatintake-deadlines", Version: 1 }) throw new Desk.RuleException("时限表的 format 应为 chatintake-deadlines,version 应为 1");
            var missing = Enum.GetValues<Urgency>().Where(u => !file.Minutes.ContainsKey(u)).ToList();
            if (missing.Count > 0) throw new Desk.RuleException($"时限表缺少紧急程度:{string.Join("、", missing)}");
            if (file.Minutes.Values.Any(m => m is null)) throw new Desk.RuleException("时限表里有空的一行");
            if (file.Minutes.Values.SelectMany(m => m.Values).Any(m => m is < 1 or > 525_600)) throw new Desk.RuleException("时限应为 1 到 525600 分钟");
            return new Deadlines { Minutes = file.Minutes.ToImmutableDictionary(m => m.Key, m => m.Value.ToImmutableDictionary()) };
        }
        catch (JsonException e)
        {
            throw new Desk.RuleException($"时限表读不懂:{e.Message}", e);
        }
    }

    private sealed record DeadlinesFile(string Format, int Version, Dictionary<Urgency, Dictionary<ClockKind, int>> Minutes);
}
