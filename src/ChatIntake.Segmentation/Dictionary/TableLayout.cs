namespace ChatIntake.Segmentation.Dictionary;

/// <summary>How arrays lie in an image: each begins at a multiple of eight bytes.</summary>
internal static class TableLayout
{
    /// <summary>An image begins four bytes behind such a multiple in an assembly, which writes its length there.</summary>
    internal const int Prefix = 4;

    /// <summary>The length of an array in bytes stands before it.</summary>
    internal const int Header = 8;

    internal static int Padded(int bytes) => bytes + 7 & ~7;
}
