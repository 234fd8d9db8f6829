using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Escalation;

namespace ChatIntake.Unsure;

/// <summary>When the unsure box is sent next: every day at the time of the settings.</summary>
internal static class UnsureTime
{
    /// <summary>How its due times are named.</summary>
    internal const string Code = "unsure";

    public static DueRow? Next(DeskState state, DeskSettings settings)
    {
        if (state.Since is not { } since) return null;
        var first = since.DayInChina();
        var day = state.Unsure.LastDay?.AddDays(1) ?? (first.AtInChina(settings.Unsure) > since ? first : first.AddDays(1));
        return new DueRow { Due = day.AtInChina(settings.Unsure), Day = day, Code = Code };
    }
}
