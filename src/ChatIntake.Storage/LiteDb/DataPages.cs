namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// The data file as LiteDB sees it. It is only written to by a checkpoint, in place, so two orders are kept here and not
/// left to the caller: the log is on the disk before the first page is overwritten, and a flush is a sync.
/// </summary>
internal sealed class DataPages : PositionedStream
{
    private readonly StoreFile file;
    private readonly LogPages log;
    private bool dirty;

    public DataPages(StoreFile file, LogPages log)
    {
        (this.file, this.log) = (file, log);
        log.BeforeForgetting = Flush;
    }

    public override long Length => file.Stream.Length;

    public override int Read(Span<byte> buffer)
    {
        file.Stream.Position = Position;
        var read = file.Stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        Position += read;
        return read;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        log.Sync();
        dirty = true;
        file.Stream.Position = Position;
        file.Stream.Write(buffer);
        Position += buffer.Length;
    }

    public override void SetLength(long value)
    {
        dirty = true;
        file.Stream.SetLength(value);
    }

    public override void Flush()
    {
        if (!dirty) return;
        file.Sync();
        dirty = false;
    }
}
