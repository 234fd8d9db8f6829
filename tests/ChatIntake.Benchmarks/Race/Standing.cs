namespace ChatIntake.Benchmarks.Race;

/// <summary>What was measured of one contestant.</summary>
internal sealed class Standing(Entry entry)
{
    public Entry Entry { get; } = entry;

    /// <summary>Why there are no figures; null when there are.</summary>
    public string? Failure { get; set; } = entry.Skipped;

    /// <summary>Milliseconds, one for each start.</summary>
    public List<double> Loads { get; } = [];

    /// <summary>Milliseconds of the first line cut, one for each start.</summary>
    public List<double> Firsts { get; } = [];

    /// <summary>Megabytes that loading and the first pass over the text made resident.</summary>
    public double Memory { get; set; }

    /// <summary>Seconds of a pass while it warms up: how slow it is, roughly.</summary>
    public double Rough { get; set; }

    /// <summary>Seconds of a pass, one for each round.</summary>
    public List<double> Passes { get; } = [];

    /// <summary>How many words the text has.</summary>
    public long Words { get; set; }

    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Megabytes a second by the median pass.</summary>
    public double Speed(double megabytes) => megabytes / Median(Passes);
}
