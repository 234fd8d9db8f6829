using System.Buffers.Binary;

namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// The first bytes of the log file: which epoch its pages must bear. Emptying the log is writing the next epoch, one sector
/// that is either there or not. Two places are used in turn, so that a damaged one leaves the other.
/// </summary>
internal static class LogHead
{
    /// <summary>Where the pages begin.</summary>
    public const int Size = 4096;

    private const int Sector = 512;
    private const int Used = 20;
    private const ulong Magic = 0x31474F4C54494843; // "CHITLOG1"

    /// <summary>The epoch, or null when neither place holds one.</summary>
    public static ulong? Read(Stream file)
    {
        ulong? newest = null;
        Span<byte> head = stackalloc byte[Used];
        for (var place = 0; place < 2; place++)
        {
            file.Position = place * Sector;
            if (file.ReadAtLeast(head, Used, throwOnEndOfStream: false) < Used) continue;
            if (BinaryPrimitives.ReadUInt64LittleEndian(head) != Magic) continue;
            if (BinaryPrimitives.ReadUInt32LittleEndian(head[16..]) != PageSum.Of(0, head[..16])) continue;
            var epoch = BinaryPrimitives.ReadUInt64LittleEndian(head[8..]);
            if (newest is null || epoch > newest) newest = epoch;
        }

        return newest;
    }

    public static void Write(Stream file, ulong epoch)
    {
        Span<byte> head = stackalloc byte[Used];
        BinaryPrimitives.WriteUInt64LittleEndian(head, Magic);
        BinaryPrimitives.WriteUInt64LittleEndian(head[8..], epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(head[16..], PageSum.Of(0, head[..16]));
        file.Position = (long)(epoch % 2) * Sector;
        file.Write(head);
    }
}
