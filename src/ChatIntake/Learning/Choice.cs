namespace ChatIntake.Learning;

/// <summary>
/// Something to be decided, with what there is to choose from. All choices share <see cref="Shared"/>, weighed by their class; each may have features of its
/// own (the case that it names), weighed by its class as well.
/// </summary>
internal sealed class Choice
{
    /// <summary>Row and value of each feature that all options share.</summary>
    internal required (int Row, float Value)[] Shared { get; init; }

    internal required Option[] Options { get; init; }

    /// <summary>Which options are right: any of them will do.</summary>
    internal required bool[] Right { get; init; }

    /// <summary>How much the example counts.</summary>
    internal float Weight { get; init; } = 1;

    /// <summary>The same with a share of its weight, and with other shared features where they are given.</summary>
    internal Choice Weighing(float share, (int Row, float Value)[]? shared = null) => new() { Shared = shared ?? Shared, Options = Options, Right = Right, Weight = Weight * share };
}

/// <summary>
/// One of the things to choose from: its class and the features of its own. These are weighed by <paramref name="Column"/>: the class, or one column for all
/// options where a feature means the same for each.
/// </summary>
internal readonly record struct Option(int Class, (int Row, float Value)[] Own, int Column)
{
    internal Option(int kind, (int Row, float Value)[] own) : this(kind, own, kind)
    {
    }
}
