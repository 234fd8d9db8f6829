using System.Buffers;
using System.Text;

namespace ChatIntake.Host.Cli;

/// <summary>
/// Writes JSON arrays of strings, one a line, as UTF-8. Escaped are quotes, backslashes, control characters, what else some readers take for the end of a line (U+0085,
/// U+2028, U+2029), and halves of surrogate pairs that stand alone, which UTF-8 cannot say.
/// </summary>
internal sealed class JsonArrayWriter(Stream output) : IDisposable
{
    private const int FlushAt = 1 << 16;

    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt * 2);
    private bool first;

    public void Begin()
    {
        buffer.Write("["u8);
        first = true;
    }

    public void Add(ReadOnlySpan<char> item)
    {
        buffer.Write(first ? "\""u8 : ",\""u8);
        first = false;
        while (!item.IsEmpty)
        {
            var plain = PlainAt(item);
            if (plain > 0) Encoding.UTF8.GetBytes(item[..plain], buffer);
            if (plain < item.Length) Escape(item[plain++]);
            item = item[plain..];
        }
        buffer.Write("\""u8);
    }

    public void End()
    {
        buffer.Write("]\n"u8);
        if (buffer.WrittenCount >= FlushAt) Flush();
    }

    /// <summary>Hands on what was written so far.</summary>
    public void Flush()
    {
        if (buffer.WrittenCount == 0) return;
        output.Write(buffer.WrittenSpan);
        output.Flush();
        buffer.ResetWrittenCount();
    }

    public void Dispose() => output.Dispose();

    // How many characters from here on stand for themselves.
    private static int PlainAt(ReadOnlySpan<char> item)
    {
        for (var at = 0; at < item.Length; at++)
        {
            var c = item[at];
            if (c is < ' ' or '"' or '\\' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029') return at;
            if (!char.IsSurrogate(c)) continue;
            if (char.IsLowSurrogate(c) || at + 1 == item.Length || !char.IsLowSurrogate(item[at + 1])) return at;
            at++;
        }
        return item.Length;
    }

    private void Escape(char c)
    {
        var letter = c switch { '"' => (byte)'"', '\\' => (byte)'\\', '\b' => (byte)'b', '\f' => (byte)'f', '\n' => (byte)'n', '\r' => (byte)'r', '\t' => (byte)'t', _ => (byte)0 };
        if (letter != 0)
        {
            buffer.Write([(byte)'\\', letter]);
            return;
        }
        var hex = "0123456789abcdef"u8;
        buffer.Write([(byte)'\\', (byte)'u', hex[c >> 12], hex[(c >> 8) & 15], hex[(c >> 4) & 15], hex[c & 15]]);
    }
}
