using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace ChatIntake.Host.Cli;

/// <summary>
/// Reads JSON strings (RFC 8259) as UTF-16, halves of surrogate pairs that are escaped alone included, which <c>System.Text.Json</c> refuses. Keeps one buffer, so that
/// nothing is allocated for a line.
/// </summary>
internal sealed class JsonStringReader
{
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    private char[] text = new char[256];
    private int length;

    /// <summary>The string that was read last; good until the next one is read.</summary>
    public ReadOnlySpan<char> Text => text.AsSpan(0, length);

    /// <summary>Reads a line that is one JSON string; blanks may stand around it.</summary>
    /// <returns>What is wrong with it, in Chinese; null where nothing is.</returns>
    public string? Read(ReadOnlySpan<byte> line)
    {
        length = 0;
        var rest = line.Trim(" \t\r"u8);
        if (rest.IsEmpty) return "空行";
        if (rest[0] != '"') return "不是 JSON 字符串(要以引号开头)";
        rest = rest[1..];
        if (text.Length < rest.Length) text = new char[Math.Max(rest.Length, text.Length * 2)];
        while (true)
        {
            var plain = rest.IndexOfAny(Special);
            if (plain < 0) return "字符串没有结束的引号";
            if (Utf8.ToUtf16(rest[..plain], text.AsSpan(length), out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done) return "不是 UTF-8";
            length += written;
            rest = rest[plain..];
            if (rest[0] == '"') return rest.Length == 1 ? null : "字符串后面还有别的内容";
            if (rest[0] != '\\') return $"控制字符 U+{rest[0]:X4} 没有转义";
            if (Escape(rest, out var used) is not { } escaped) return "转义写得不对";
            text[length++] = escaped;
            rest = rest[used..];
        }
    }

    private static char? Escape(ReadOnlySpan<byte> rest, out int used)
    {
        used = 2;
        if (rest.Length < 2) return null;
        if (rest[1] == 'u')
        {
            used = 6;
            return rest.Length >= 6 && Utf8Parser.TryParse(rest.Slice(2, 4), out ushort unit, out var read, 'x') && read == 4 ? (char)unit : null;
        }
        return rest[1] switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => (char)rest[1],
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => null,
        };
    }
}
