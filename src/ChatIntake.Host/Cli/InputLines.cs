namespace ChatIntake.Host.Cli;

/// <summary>The lines of a stream as bytes, without their ends. One buffer, as long as the longest line; a byte order mark at the beginning is passed over.</summary>
/// <param name="input">Where the lines come from.</param>
/// <param name="beforeWaiting">Called when no whole line is left in the buffer, before more is read: what was answered so far can go out.</param>
internal sealed class InputLines(Stream input, Action beforeWaiting)
{
    /// <summary>No line is longer than so many bytes.</summary>
    public const int Longest = 1 << 28;

    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int searched;
    private int end;
    private bool ended;

    /// <summary>How many lines were given: the number of the last one, counted from 1.</summary>
    public long Count { get; private set; }

    /// <summary>The next line; good until the one after it is asked for.</summary>
    /// <returns>False behind the last one.</returns>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var found = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (found >= 0 || (ended && start < end))
            {
                var stop = found >= 0 ? searched + found : end;
                line = buffer.AsSpan(start, stop - start);
                if (++Count == 1 && line.StartsWith("\ufeff"u8)) line = line[3..];
                start = searched = Math.Min(stop + 1, end);
                return true;
            }
            line = default;
            if (ended) return false;
            searched = end;
            More();
        }
    }

    private void More()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, searched, end) = (0, searched - start, end - start);
        }
        if (end >= Longest) throw new InvalidDataException($"第 {Count + 1} 行太长");
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        beforeWaiting();
        var read = input.Read(buffer, end, buffer.Length - end);
        ended = read == 0;
        end += read;
    }
}
