using System.CommandLine;
using System.Globalization;
using ChatIntake.Chat;
using ChatIntake.Desk;

namespace ChatIntake.Host.Cli;

/// <summary><c>--since DATE</c>: from the first minute of that day in China; without it the last thirty days of the desk.</summary>
internal static class SinceOption
{
    private const int Days = 30;

    public static Option<string?> Create()
    {
        var since = new Option<string?>("--since") { Description = "A day as 2026-10-01; the last 30 days of the desk without it." };
        since.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !TryDay(token.Value, out _)) result.AddError($"--since 要写成 2026-10-01 这样的日期,不是“{token.Value}”");
        });
        return since;
    }

    public static DateTimeOffset Of(string? text, DeskRunner desk) =>
        text is not null && TryDay(text, out var day) ? day.AtInChina(TimeOnly.MinValue) : desk.State.RecordedAt.AddDays(-Math.Min(Days, (desk.State.RecordedAt - DateTimeOffset.UnixEpoch).Days));

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
