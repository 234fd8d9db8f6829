using System.Numerics;
using System.Runtime.InteropServices;

namespace ChatIntake.Storage.LiteDb;

/// <summary>CRC-32C (Castagnoli, RFC 3720) over whole 8-byte words, continued from an earlier sum.</summary>
internal static class PageSum
{
    public static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        var sum = ~before;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes)) sum = BitOperations.Crc32C(sum, word);
        return ~sum;
    }
}
