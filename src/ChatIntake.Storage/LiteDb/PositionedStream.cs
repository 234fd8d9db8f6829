namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// What both streams handed to LiteDB share. They need no lock: LiteDB locks a stream for each read and write, and only
/// the gate's thread writes, syncs and truncates. Closing them leaves the files open, which belong to the store.
/// </summary>
internal abstract class PositionedStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Position { get; set; }

    public abstract override int Read(Span<byte> buffer);

    public abstract override void Write(ReadOnlySpan<byte> buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };
}
