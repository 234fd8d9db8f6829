using ChatIntake.Triage;

namespace ChatIntake.History;

/// <summary>What a setting of the dial would have meant for the desk's past: cases opened by triage, and how many of these were expected false and how many reports missed.</summary>
public sealed record DialSetting(double Leaning, int Reports, double Missed, double False);

/// <summary>
/// Says what each setting of the dial costs, from the desk's own messages: where staff have corrected a verdict what they said counts, elsewhere how probable
/// triage itself holds a report.
/// </summary>
public static class Dial
{
    /// <summary>The settings that are told.</summary>
    public static IReadOnlyList<double> Settings { get; } = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];

    /// <param name="past">The desk's messages.</param>
    /// <param name="triager">The triage in force.</param>
    internal static IReadOnlyList<DialSetting> Weigh(IEnumerable<PastHearing> past, Triager triager)
    {
        var weighed = new List<(double Margin, double Report)>();
        foreach (var hearing in past)
        {
            if (triager.Judge(hearing.Heard, hearing.Scene).Margin is not { } margin) continue;
            var level = margin - triager.Rules.Limits.Leaning;
            weighed.Add((level, hearing.Corrected ? hearing.Held.Kind == VerdictKind.Report ? 1 : 0 : 1 / (1 + Math.Exp(-level))));
        }
        return
        [
            .. Settings.Select(leaning => new DialSetting(
                leaning,
                weighed.Count(w => w.Margin + leaning >= 0),
                weighed.Where(w => w.Margin + leaning < 0).Sum(w => w.Report),
                weighed.Where(w => w.Margin + leaning >= 0).Sum(w => 1 - w.Report))),
        ];
    }
}
