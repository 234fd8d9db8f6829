namespace ChatIntake.Triage;

/// <summary>Makes verdicts of each shape.</summary>
internal static class Verdicts
{
    internal static Verdict Plain(VerdictKind kind, params IEnumerable<Reason> reasons) => new() { Kind = kind, Reasons = [.. reasons] };

    internal static Verdict OfCase(VerdictKind kind, CaseMatch match, Occasion occasion, params IEnumerable<Reason> reasons) =>
        OfCase(kind, match.Case, occasion, [.. reasons, .. match.Reasons]);

    internal static Verdict OfCase(VerdictKind kind, KnownCase known, Occasion occasion, IReadOnlyList<Reason> reasons) => new()
    {
        Kind = kind,
        Case = known.Id,
        Enterprise = known.Enterprise ?? occasion.Subject.Firm,
        RaisedTo = kind == VerdictKind.Addition ? Raised(known, occasion.Reading) : null,
        Reasons = [.. reasons, .. kind == VerdictKind.Addition ? occasion.Reading.Urgency.Reasons : []],
    };

    private static Urgency? Raised(KnownCase known, Reading reading) =>
        known.Open && reading.Urgency.Stated > known.Urgency ? reading.Urgency.Stated : null;
}
