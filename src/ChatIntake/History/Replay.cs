using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Triage;

namespace ChatIntake.History;

/// <summary>What other rules would have made of a message.</summary>
public enum ReplayDifference
{
    /// <summary>A case that the desk does not have.</summary>
    Gained,

    /// <summary>No case where the desk has one.</summary>
    Lost,

    /// <summary>The case in another category or sub-category.</summary>
    Refiled,

    /// <summary>The message in another case, or in none.</summary>
    Joined,

    /// <summary>The case proposed to another department.</summary>
    Routed,
}

/// <summary>One message that other rules would have understood otherwise. <paramref name="Before"/> and <paramref name="After"/> are names for people, empty where there is nothing.</summary>
public sealed record ReplayChange(ReplayDifference What, MessageId Message, DateTimeOffset PostedAt, CaseId? Case, string Before, string After, string Text);

/// <summary>What a replay found.</summary>
public sealed record ReplayResult
{
    public required int Messages { get; init; }

    public required IReadOnlyList<ReplayChange> Changes { get; init; }

    /// <summary>Messages whose verdict staff have corrected, and how many of these the other rules would have judged as staff did.</summary>
    public required int Corrected { get; init; }

    public required int Mended { get; init; }
}

/// <summary>
/// Judges the desk's past by other rules, each message in the light of what the desk knew when it came, and holds the verdicts against what the desk holds
/// today. Changes nothing.
/// </summary>
public static class Replay
{
    /// <param name="past">The desk's messages.</param>
    /// <param name="proposed">The rules to be tried; the roster is the desk's.</param>
    internal static ReplayResult Run(IEnumerable<PastHearing> past, RuleBook proposed)
    {
        var changes = new List<ReplayChange>();
        var (messages, corrected, mended) = (0, 0, 0);
        foreach (var hearing in past)
        {
            messages++;
            var verdict = proposed.Triager.Judge(hearing.Heard, hearing.Scene);
            var change = Compare(hearing, verdict, proposed);
            if (hearing.Corrected)
            {
                corrected++;
                if (change is null or { What: ReplayDifference.Routed }) mended++;
                continue;
            }
            if (change is not null) changes.Add(change);
        }
        return new ReplayResult { Messages = messages, Changes = changes, Corrected = corrected, Mended = mended };
    }

    private static ReplayChange? Compare(PastHearing hearing, Verdict verdict, RuleBook rules)
    {
        var held = hearing.Held;
        var (was, now) = (held.Kind == VerdictKind.Report, verdict.Kind == VerdictKind.Report);
        return (was, now) switch
        {
            (false, true) => Change(ReplayDifference.Gained, hearing.Case?.ToString() ?? "", Name(verdict.Problems[0].Topic)),
            (true, false) => Change(ReplayDifference.Lost, Name(held.Problems[0].Topic), verdict.Case?.ToString() ?? ""),
            (true, true) when verdict.Problems[0].Topic != held.Problems[0].Topic => Change(ReplayDifference.Refiled, Name(held.Problems[0].Topic), Name(verdict.Problems[0].Topic)),
            (true, true) => Lead(hearing, rules),
            _ => verdict.Case == hearing.Case ? null : Change(ReplayDifference.Joined, hearing.Case?.ToString() ?? "", verdict.Case?.ToString() ?? ""),
        };

        ReplayChange Change(ReplayDifference what, string before, string after) =>
            new(what, hearing.Heard.Id, hearing.Heard.PostedAt, hearing.Case, before, after, hearing.Heard.Text);
    }

    // Who is proposed hangs on the table too.
    private static ReplayChange? Lead(PastHearing hearing, RuleBook rules)
    {
        var firm = hearing.Held.Enterprise is { } id ? rules.Roster.Index.Enterprise(id)?.Place ?? "" : "";
        var proposed = rules.Routes.Lead(hearing.Held.Problems[0].Topic, firm, rules.Roster);
        if (hearing.Lead is not { } then || proposed == then) return null;
        return new ReplayChange(
            ReplayDifference.Routed, hearing.Heard.Id, hearing.Heard.PostedAt, hearing.Case, rules.Roster.Index.Department(then)?.Name ?? "",
            proposed is { } lead ? rules.Roster.Index.Department(lead)?.Name ?? "" : "", hearing.Heard.Text);
    }

    private static string Name(Topic topic) => TopicCatalogue.CategoryName(topic) + (TopicCatalogue.SubName(topic) is { } sub ? "/" + sub : "");
}
