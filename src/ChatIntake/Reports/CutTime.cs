using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Escalation;

namespace ChatIntake.Reports;

/// <summary>When the report day is cut next: the day after the last cut, or for a new desk the first cut time after its first input.</summary>
internal static class CutTime
{
    public static DueRow? Next(DeskState state, DeskSettings settings)
    {
        if (state.Since is not { } since) return null;
        var first = since.DayInChina();
        var day = state.LastCut?.AddDays(1) ?? (first.AtInChina(settings.Cut) > since ? first : first.AddDays(1));
        return new DueRow { Due = day.AtInChina(settings.Cut), Day = day };
    }
}
