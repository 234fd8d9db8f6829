using System.Runtime.CompilerServices;

namespace ChatIntake.Segmentation.Dictionary;

/// <summary>
/// Numbers in the memory into which the assembly is mapped. They are there at once, what is never looked at is never read from disk, and all processes share them.
/// </summary>
internal readonly unsafe struct Table<T> where T : unmanaged
{
    private readonly T* start;

    internal Table(T* start, int count)
    {
        this.start = start;
        Count = count;
    }

    internal int Count { get; }

    internal ReadOnlySpan<T> Span => new(start, Count);

    /// <summary>The number at an index that is known to be right: those in the tables and the codes of characters are.</summary>
    internal T this[uint index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => start[index];
    }
}
