namespace ChatIntake.Storage;

/// <summary>What a range read asks for, checked: <see cref="From"/> ≤ key &lt; <see cref="To"/>.</summary>
internal readonly record struct KeyRange
{
    /// <exception cref="ArgumentNullException">A bound is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public KeyRange(string from, string to, int limit, bool newestFirst)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        (From, To, Limit, NewestFirst) = (from, to, limit, newestFirst);
    }

    public string From { get; }

    public string To { get; }

    public int Limit { get; }

    public bool NewestFirst { get; }

    public bool IsEmpty => Limit == 0 || string.CompareOrdinal(From, To) >= 0;
}
