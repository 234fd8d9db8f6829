namespace ChatIntake.Triage.Model;

/// <summary>Names for ranges of amounts, so that each range has a weight of its own.</summary>
internal static class Buckets
{
    private static readonly (TimeSpan Below, string Name)[] Ages =
    [
        (TimeSpan.FromMinutes(2), "2m"), (TimeSpan.FromMinutes(6), "6m"), (TimeSpan.FromMinutes(15), "15m"), (TimeSpan.FromMinutes(40), "40m"),
        (TimeSpan.FromHours(2), "2h"), (TimeSpan.FromHours(6), "6h"), (TimeSpan.FromHours(20), "20h"), (TimeSpan.FromDays(2), "2d"), (TimeSpan.FromDays(5), "5d"),
        (TimeSpan.FromDays(15), "15d"),
    ];

    internal static string Age(TimeSpan? age)
    {
        if (age is not { } past) return "never";
        foreach (var (below, name) in Ages)
            if (past < below) return name;
        return "old";
    }

    internal static string Count(int count) => count switch { 0 => "0", 1 => "1", 2 => "2", <= 4 => "3", _ => "5" };

    internal static string Length(int length) => length switch { 0 => "0", <= 2 => "2", <= 4 => "4", <= 8 => "8", <= 14 => "14", <= 24 => "24", <= 40 => "40", <= 80 => "80", _ => "long" };

    internal static string Share(double share) => share switch { <= 0 => "0", < 0.1 => ".1", < 0.2 => ".2", < 0.35 => ".35", < 0.5 => ".5", < 0.7 => ".7", < 0.9 => ".9", _ => "1" };
}
