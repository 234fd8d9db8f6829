namespace ChatIntake.Segmentation.Dictionary;

/// <summary>
/// The hidden Markov model that finds words which no dictionary has, together with their parts of speech. A state is a place in a word (B E M S, see
/// <see cref="WordModel"/>) and the word's tag; states are numbered in the order of jieba's names for them. All numbers are natural logarithms of probabilities.
/// </summary>
internal sealed class TagModel
{
    private readonly char[] places;
    private readonly byte[] tags;
    private readonly double[] start;
    private readonly int[] transitionsBegin;
    private readonly byte[] transitionsFrom;
    private readonly double[] transitions;
    private readonly Table<int> statesBegin;
    private readonly Table<byte> knownCounts, states;
    private readonly Table<ushort> emissions;
    private readonly Table<double> emissionValues;
    private readonly string[] names;

    internal TagModel(ImageReader image, string[] names)
    {
        this.names = names;
        places = image.Array<char>();
        tags = image.Array<byte>();
        start = image.Array<double>();
        transitionsBegin = image.Array<int>();
        transitionsFrom = image.Array<byte>();
        transitions = image.Array<double>();
        statesBegin = image.Table<int>();
        knownCounts = image.Table<byte>();
        states = image.Table<byte>();
        emissions = image.Table<ushort>();
        emissionValues = image.Table<double>();
    }

    internal int StateCount => places.Length;

    internal string TagOf(int state) => names[tags[state]];

    /// <summary>Whether a word ends in this state.</summary>
    internal bool Ends(int state) => places[state] is 'E' or 'S';

    internal double Start(int state) => start[state];

    /// <summary>The ways that lead to a state: from which states, in ascending order, and how likely.</summary>
    internal ReadOnlySpan<double> WaysTo(int state, out ReadOnlySpan<byte> from)
    {
        var range = transitionsBegin[state]..transitionsBegin[state + 1];
        from = transitionsFrom.AsSpan(range);
        return transitions.AsSpan(range);
    }

    /// <summary>The states that a Han character may be in; none when it may be in any.</summary>
    internal ReadOnlySpan<byte> KnownStates(char han) => states.Span.Slice(statesBegin[Row(han)], knownCounts[Row(han)]);

    /// <summary>By state: how likely it shows a Han character.</summary>
    internal void Emissions(char han, Span<double> byState)
    {
        byState.Fill(emissionValues[0]);
        var range = statesBegin[Row(han)]..statesBegin[Row(han) + 1];
        var numbers = emissions.Span[range];
        foreach (var state in states.Span[range])
        {
            byState[state] = emissionValues[numbers[0]];
            numbers = numbers[1..];
        }
    }

    private static uint Row(char han) => (uint)(han - Blocks.FirstHan);
}
