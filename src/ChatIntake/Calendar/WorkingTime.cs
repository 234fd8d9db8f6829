using System.Globalization;
using ChatIntake.Chat;

namespace ChatIntake.Calendar;

/// <summary>When an office is at work: spans of the day, Monday to Friday, on a Chinese clock.</summary>
public sealed record WorkingTime
{
    /// <summary>In order, not overlapping.</summary>
    public required IReadOnlyList<(TimeOnly From, TimeOnly To)> Spans { get; init; }

    /// <summary>Reads spans such as <c>08:30-12:00</c>.</summary>
    /// <exception cref="FormatException">A span is none, ends before it begins, or begins before the one before it ends.</exception>
    public static WorkingTime Parse(IEnumerable<string> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        var read = spans.Select(Span).ToList();
        for (var i = 1; i < read.Count; i++)
            if (read[i].From < read[i - 1].To) throw new FormatException($"工作时间 {read[i].From:HH:mm} 开始的一段和前一段重叠或颠倒");
        return new WorkingTime { Spans = read };
    }

    /// <summary>How much working time lies between two instants; zero where the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        for (var day = from.DayInChina(); day <= to.DayInChina(); day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            foreach (var (begins, ends) in Spans)
            {
                var (start, end) = (day.AtInChina(begins), day.AtInChina(ends));
                if (start < from) start = from;
                if (end > to) end = to;
                if (end > start) sum += end - start;
            }
        }
        return sum;
    }

    private static (TimeOnly From, TimeOnly To) Span(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } to && from < to ? (from, to) : throw new FormatException($"工作时间要写成 08:30-12:00 这样,不是“{text}”");
    }

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
