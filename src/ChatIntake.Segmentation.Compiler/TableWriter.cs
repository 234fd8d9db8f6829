using System.Runtime.InteropServices;
using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>Writes a compiled table: arrays of numbers one after another, each behind its length in bytes, little-endian.</summary>
internal sealed class TableWriter(string path) : IDisposable
{
    private readonly BinaryWriter writer = Begin(path);

    internal void Array<T>(params ReadOnlySpan<T> array) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(array);
        writer.Write((long)bytes.Length);
        writer.Write(bytes);
        writer.Write(new byte[TableLayout.Padded(bytes.Length) - bytes.Length]);
    }

    private static BinaryWriter Begin(string path)
    {
        var writer = new BinaryWriter(File.Create(path));
        writer.Write(new byte[TableLayout.Prefix]);
        return writer;
    }

    public void Dispose() => writer.Dispose();
}
