using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ChatIntake.Segmentation.Dictionary;

/// <summary>Reads a compiled table that is part of the assembly: arrays of numbers one after another, each behind its length in bytes, little-endian.</summary>
/// <remarks>The tables are compiled from <c>data/jieba</c> when the library is built, by <c>ChatIntake.Segmentation.Compiler</c>.</remarks>
internal sealed class ImageReader : IDisposable
{
    private readonly Stream stream;

    internal ImageReader(string name) => stream = typeof(ImageReader).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly was built without its table {name}.");

    internal T[] Array<T>() where T : unmanaged
    {
        Span<int> length = stackalloc int[1];
        stream.ReadExactly(MemoryMarshal.AsBytes(length));
        var array = GC.AllocateUninitializedArray<T>(length[0] / Unsafe.SizeOf<T>());
        stream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    public void Dispose() => stream.Dispose();
}
