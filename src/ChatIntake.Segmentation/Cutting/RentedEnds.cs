using System.Buffers;

namespace ChatIntake.Segmentation.Cutting;

/// <summary>Room for the ends of a text's words, borrowed from the shared pool.</summary>
internal readonly ref struct RentedEnds(int length)
{
    private readonly int[] array = ArrayPool<int>.Shared.Rent(length);

    internal Span<int> Span => array;

    public void Dispose() => ArrayPool<int>.Shared.Return(array);
}
