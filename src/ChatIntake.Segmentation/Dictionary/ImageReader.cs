using System.Runtime.CompilerServices;

namespace ChatIntake.Segmentation.Dictionary;

/// <summary>Reads a compiled image that is part of the assembly: arrays of numbers one after another, each behind its length in bytes, little-endian.</summary>
/// <remarks>
/// The images are compiled from <c>data/jieba</c> when the library is built, by <c>ChatIntake.Segmentation.Compiler</c>, whose <c>TableWriter</c> is this class's
/// other half.
/// </remarks>
internal sealed unsafe class ImageReader
{
    private readonly byte* end;
    private byte* at;

    internal ImageReader(string name)
    {
        // Stays valid as long as the assembly, which is as long as this class.
        var image = typeof(ImageReader).Assembly.GetManifestResourceStream(name) as UnmanagedMemoryStream
            ?? throw new InvalidOperationException($"The assembly was built without its image {name}.");
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("The images are for little-endian processors.");
        at = image.PositionPointer + TableLayout.Prefix;
        end = image.PositionPointer + image.Length;
    }

    /// <summary>The next array, where it lies.</summary>
    internal Table<T> Table<T>() where T : unmanaged
    {
        var bytes = Unsafe.ReadUnaligned<int>(at);
        var start = at + TableLayout.Header;
        at = start + TableLayout.Padded(bytes);
        if (bytes < 0 || at > end) throw new InvalidOperationException("An image ends too early.");
        return new Table<T>((T*)start, bytes / sizeof(T));
    }

    /// <summary>The next array, as one of its own.</summary>
    internal T[] Array<T>() where T : unmanaged => Table<T>().Span.ToArray();
}
