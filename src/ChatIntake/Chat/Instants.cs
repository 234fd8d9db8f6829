namespace ChatIntake.Chat;

/// <summary>Instants are kept in UTC with whole milliseconds and shown in China's one time zone, UTC+8 without summer time.</summary>
public static class Instants
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The instant in UTC, cut to whole milliseconds.</summary>
    public static DateTimeOffset Stored(this DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>The same instant on a Chinese clock.</summary>
    public static DateTimeOffset InChina(this DateTimeOffset instant) => instant.ToOffset(China);

    /// <summary>The calendar day in China on which the instant lies.</summary>
    public static DateOnly DayInChina(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InChina().DateTime);

    /// <summary>The instant at which a Chinese clock shows <paramref name="time"/> on <paramref name="day"/>.</summary>
    public static DateTimeOffset AtInChina(this DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), China).ToUniversalTime();
}
