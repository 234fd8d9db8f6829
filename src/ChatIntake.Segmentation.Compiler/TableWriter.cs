using System.Runtime.InteropServices;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>Writes a compiled table: arrays of numbers one after another, each behind its length in bytes, little-endian.</summary>
internal sealed class TableWriter(string path) : IDisposable
{
    private readonly BinaryWriter writer = new(File.Create(path));

    internal void Array<T>(params ReadOnlySpan<T> array) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(array);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    public void Dispose() => writer.Dispose();
}
