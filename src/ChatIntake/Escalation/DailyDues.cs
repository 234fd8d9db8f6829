using ChatIntake.Desk;
using ChatIntake.Reports;
using ChatIntake.Unsure;

namespace ChatIntake.Escalation;

/// <summary>What a desk does once a day: cutting the report day, sending the unsure box.</summary>
internal static class DailyDues
{
    /// <summary>The next of each.</summary>
    public static IReadOnlyList<DueRow> Next(DeskState state, DeskSettings settings) =>
        [.. new[] { CutTime.Next(state, settings), UnsureTime.Next(state, settings) }.OfType<DueRow>()];
}
