using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>The memory that cutting a piece of text needs. Each thread keeps one, so that cutting allocates nothing.</summary>
internal sealed class Workspace
{
    /// <summary>Text is cut in pieces of about this many characters, which keeps the work in the processor's near cache.</summary>
    internal const int PieceLength = 1024;

    // A piece is longer when nothing in it separates words. Such memory is not kept for ever.
    private const int LargestKept = 1 << 16;

    [ThreadStatic]
    private static Workspace? kept;

    private Workspace(int capacity)
    {
        Capacity = capacity;
        Codes = new ushort[capacity + 3];
        Pairs = new ulong[capacity];
        Weights = new double[capacity * 2];
        Others = new ulong[(capacity >> 6) + 1];
        Scores = new double[capacity + 2];
        Lengths = new int[capacity];
        Blocks = new ulong[(capacity >> 6) + 2];
        Ends = new ulong[(capacity >> 6) + 2];
        Steps = new byte[capacity];
    }

    private int Capacity { get; }

    /// <summary>By position: the character's code, with <see cref="TrieNode.NoWordAlone"/> and <see cref="Weighing.AddedHere"/>; 0 outside blocks.</summary>
    internal ushort[] Codes { get; }

    /// <summary>By position: the node of the two characters there; 0 when nothing begins so.</summary>
    internal ulong[] Pairs { get; }

    /// <summary>By position: the weights of its words of one and of two characters; minus infinity for what is none.</summary>
    internal double[] Weights { get; }

    /// <summary>A bit for each position: other words may begin there too.</summary>
    internal ulong[] Others { get; }

    /// <summary>By position: the weight of the best path from there to the end of its block.</summary>
    internal double[] Scores { get; }

    /// <summary>By position: the length of the first word on that path.</summary>
    internal int[] Lengths { get; }

    /// <summary>A bit for each position: it is in a block.</summary>
    internal ulong[] Blocks { get; }

    /// <summary>A bit for each position: a word ends with it.</summary>
    internal ulong[] Ends { get; }

    /// <summary>Four bits for each position of what the model looks at: for which states the better way came from the higher predecessor.</summary>
    internal byte[] Steps { get; }

    /// <summary>The thread's own, when it is large enough; a new one otherwise.</summary>
    internal static Workspace For(int length)
    {
        if (kept is { } own && own.Capacity >= length) return own;
        var capacity = Math.Max(PieceLength, length);
        var workspace = new Workspace(capacity);
        if (capacity <= LargestKept) kept = workspace;
        return workspace;
    }
}
