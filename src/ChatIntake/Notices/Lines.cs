using ChatIntake.Cases;

namespace ChatIntake.Notices;

/// <summary>A case as one line of a list.</summary>
internal static class Lines
{
    public static CaseLine Of(CaseState about)
    {
        var part = about.Parts.FirstOrDefault(p => p.Open) ?? about.Parts[0];
        return new CaseLine(
            about.Id, about.Enterprise, [.. about.Parts.Select(p => p.Topic)], about.Urgency, about.Stage, about.Overdue,
            part.Clocks.Where(c => c.MetAt is null && part.Open).Select(c => (DateTimeOffset?)c.Due).Min(), part.Lead, about.Opener, about.Group);
    }
}
