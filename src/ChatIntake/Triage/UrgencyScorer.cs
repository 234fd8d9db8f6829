using System.Globalization;

namespace ChatIntake.Triage;

/// <summary>How pressing a text is by its own words, by the time alone that it says is left, and what says so.</summary>
internal sealed record UrgencyReading(Urgency Stated, Urgency ByTime, IEnumerable<Reason> Reasons);

/// <summary>
/// Reads urgency as the label guide defines it: danger, production stopped or about to within a day and goods being lost
/// are critical; held vehicles or people, three days of stock, near deadlines and strong pressing are urgent.
/// </summary>
internal static class UrgencyScorer
{
    private const double Enough = 1;

    // Danger of weight 1 makes a case special, not yet critical.
    private const double Plain = 2;

    internal static UrgencyReading Score(Reading reading, Lexicon lexicon, DateTimeOffset? postedAt)
    {
        List<Reason>? reasons = null;
        var urgency = Urgency.Normal;
        if (reading.Signs[Sign.Urgent] + reading.Signs[Sign.Pressing] >= Enough) urgency = Urgency.Urgent;
        if (lexicon.UrgentTopics.Contains(reading.Topics.Best.Code) && reading.Topics.BestScore >= 2)
        {
            urgency = Urgency.Urgent;
            (reasons ??= []).Add(new Reason("urgent-topic", reading.Topics.Best.Code, Enough));
        }
        var byTime = Urgency.Normal;
        if (TimeLeft.Find(reading.View.Text, postedAt) is { } left && left.Days <= 3)
        {
            urgency = byTime = left is { Days: <= 1, Stock: true } ? Urgency.Critical : Urgency.Urgent;
            (reasons ??= []).Add(new Reason("time-left", string.Create(CultureInfo.InvariantCulture, $"{left.Text} ({left.Days:0.#})"), Enough));
        }
        if (reading.Signs[Sign.Critical] >= Enough || reading.Signs[Sign.Danger] >= Plain) urgency = Urgency.Critical;
        // Made when asked for.
        return new UrgencyReading(urgency, byTime, reading.Signs.Reasons(Sign.Critical, Sign.Urgent, Sign.Pressing).Concat(reasons ?? []));
    }
}
