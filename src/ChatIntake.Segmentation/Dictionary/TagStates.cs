namespace ChatIntake.Segmentation.Dictionary;

/// <summary>What the compiler of the tables and the model of parts of speech agree on.</summary>
internal static class TagStates
{
    /// <summary>A state's number is a byte.</summary>
    internal const int Most = 256;

    /// <summary>The part of speech of what is no word, or of one that has none.</summary>
    internal const string NoTag = "x";
}
