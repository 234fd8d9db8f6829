using System.Globalization;

namespace ChatIntake.Triage;

/// <summary>A case that a message may belong to, how strongly, and why.</summary>
internal sealed record CaseMatch(KnownCase Case, double Score, bool SameTopic, bool OtherTopic, IReadOnlyList<Reason> Reasons);

/// <summary>
/// Weighs the cases that a message may belong to: the quoted one, the one that speaks of the same thing in the same
/// words, the one heard last.
/// </summary>
internal static class CaseFinder
{
    private static readonly (TimeSpan Within, double Weight)[] Recency =
    [
        (TimeSpan.FromMinutes(10), 1.3), (TimeSpan.FromMinutes(30), 1.1), (TimeSpan.FromHours(2), 0.8), (TimeSpan.FromDays(1), 0.4),
        (TimeSpan.FromDays(5), 0.1), (TimeSpan.FromDays(15), -0.4), (TimeSpan.MaxValue, -1),
    ];

    /// <summary>The best case; on a tie the one heard last.</summary>
    internal static CaseMatch? Best(Occasion occasion, IReadOnlyList<KnownCase> cases) =>
        cases.Select(c => Weigh(occasion, c)).OrderByDescending(m => m.Score).ThenByDescending(m => m.Case.LastHeardAt)
            .ThenByDescending(m => m.Case.Id.Value).FirstOrDefault();

    private static CaseMatch Weigh(Occasion occasion, KnownCase known)
    {
        var reasons = new List<Reason>();
        void Note(string code, string text, double weight)
        {
            if (weight != 0) reasons.Add(new Reason(code, text, Math.Round(weight, 3)));
        }

        if (occasion.QuotedCase?.Id == known.Id) Note("quote", known.Id.ToString(), 4);
        var opener = occasion.Read(known.OpenerText);
        var (sameTopic, otherTopic) = CompareTopics(occasion.Reading, known, Note);
        Note("likeness", known.Topics[0].Code, 1.2 * occasion.Reading.Topics.Likeness(opener.Topics));
        var shared = occasion.Reading.Words.Where(opener.Words.Contains).ToList();
        var fewer = Math.Max(1, Math.Min(occasion.Reading.Words.Count, opener.Words.Count));
        Note("words", string.Join(' ', shared.Take(5)), Math.Min(1.5, 0.3 * shared.Count + (double)shared.Count / fewer));
        var age = occasion.Since(known.LastHeardAt);
        Note("recent", age.ToString("g", CultureInfo.InvariantCulture), Recency.First(r => age <= r.Within).Weight);
        if (occasion.SpokenIn.Contains(known.Id) && age <= occasion.Limits.Burst) Note("same-sender", known.Id.ToString(), 0.7);
        if (occasion.Reading.Signs[Sign.Reference] + occasion.Reading.Signs[Sign.Addition] >= 1) Note("reference", known.Id.ToString(), 0.6);
        return new CaseMatch(known, reasons.Sum(r => r.Weight), sameTopic, otherTopic, reasons);
    }

    private static (bool Same, bool Other) CompareTopics(Reading reading, KnownCase known, Action<string, string, double> note)
    {
        var best = reading.Topics.Best;
        if (reading.Topics.BestScore < 1) return (false, false);
        if (known.Topics.Contains(best))
        {
            note("topic", best.Code, 1.2);
            return (true, false);
        }
        if (known.Topics.Any(t => t.Category == best.Category))
        {
            note("category", best.Category, 0.6);
            return (false, false);
        }
        var speaksToo = known.Topics.Any(t => reading.Topics[t] >= 1);
        if (speaksToo || known.Topics[0] == Topic.Other) return (false, false);
        note("other-topic", best.Code, reading.Topics.Sure ? -1.2 : -0.5);
        return (false, reading.Topics.Sure);
    }
}
