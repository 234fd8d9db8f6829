using System.Buffers.Binary;

namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// The log as LiteDB sees it: a file of 8,192-byte pages that only grows and is emptied at once. LiteDB believes every
/// page that it finds there, but after a power cut any part of what was not synced may be missing. So each page lies in a
/// slot with the log's epoch and a sum that continues the sum of the page before it; on opening, the first slot that does
/// not fit ends the log. A page is therefore seen only with all that was written before it, and LiteDB's commit mark,
/// on the last page of a transaction, only with the whole transaction.
/// </summary>
internal sealed class LogPages : PositionedStream
{
    private const int Page = 8192;

    // A sector for the 12 bytes before each page, so that writing a page touches no sector of the one before.
    private const int SlotHead = 512;
    private const int Slot = SlotHead + Page;

    private readonly StoreFile file;
    private readonly List<uint> sums = [];
    private readonly byte[] slot = new byte[Slot];
    private ulong epoch;
    private bool dirty;
    private Exception? failure;

    /// <exception cref="InvalidDataException">The file is no log of this store.</exception>
    public LogPages(StoreFile file)
    {
        this.file = file;
        if (LogHead.Read(file.Stream) is { } found) epoch = found;
        else if (file.Stream.Length > LogHead.Size) throw new InvalidDataException("The log file has no readable head.");
        else StartEpoch(1);
        while (ReadSlot(sums.Count) is { } sum) sums.Add(sum);
        if (file.Stream.Length <= EndOf(sums.Count)) return;
        file.Stream.SetLength(EndOf(sums.Count));
        file.Sync();
    }

    /// <summary>Called before the log is emptied; must return only when the data file is on the disk.</summary>
    public Action BeforeForgetting { get; set; } = () => { };

    public override long Length => (long)sums.Count * Page;

    /// <summary>Returns when all pages are on the disk.</summary>
    /// <exception cref="IOException">A page could not be written, now or earlier.</exception>
    public void Sync()
    {
        if (failure is not null) throw new IOException($"The log could not be written: {failure.Message}", failure);
        if (!dirty) return;
        file.Sync();
        dirty = false;
    }

    public override void Flush() => Sync();

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length) return 0;
        var index = PageAt(buffer.Length);
        if (ReadSlot(index) != sums[index]) throw new IOException($"Page {index} of the log has changed since it was written.");
        slot.AsSpan(SlotHead).CopyTo(buffer);
        Position += Page;
        return Page;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var index = PageAt(buffer.Length);
        if (index != sums.Count) throw new IOException($"Page {index} was written to a log of {sums.Count} pages.");
        buffer.CopyTo(slot.AsSpan(SlotHead));
        var sum = PageSum.Of(SumBefore(index), buffer);
        BinaryPrimitives.WriteUInt64LittleEndian(slot, epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(slot.AsSpan(8), sum);
        WriteSlot(index);
        sums.Add(sum);
        Position += Page;
    }

    /// <summary>Empties the log, the only change of length that LiteDB asks for.</summary>
    public override void SetLength(long value)
    {
        if (value == Length) return;
        if (value != 0) throw new NotSupportedException("The log is only ever emptied.");
        BeforeForgetting();
        StartEpoch(epoch + 1);
        sums.Clear();
        file.Stream.SetLength(LogHead.Size);
    }

    /// <summary>
    /// Keeps a failure for the next sync, which comes before any answer. LiteDB must not see it: a commit that throws leaves
    /// behind a transaction whose finalizer throws too, and that ends the process.
    /// </summary>
    private void WriteSlot(int index)
    {
        dirty = true;
        if (failure is not null) return;
        try
        {
            file.Stream.Position = EndOf(index);
            file.Stream.Write(slot);
        }
        catch (Exception e)
        {
            failure = e;
        }
    }

    private void StartEpoch(ulong next)
    {
        LogHead.Write(file.Stream, next);
        file.Sync();
        epoch = next;
        dirty = false;
    }

    /// <summary>Reads a slot and gives its sum, or null when it is not one of this log as it stands before the slot.</summary>
    private uint? ReadSlot(int index)
    {
        file.Stream.Position = EndOf(index);
        if (file.Stream.ReadAtLeast(slot, Slot, throwOnEndOfStream: false) < Slot) return null;
        if (BinaryPrimitives.ReadUInt64LittleEndian(slot) != epoch) return null;
        var sum = BinaryPrimitives.ReadUInt32LittleEndian(slot.AsSpan(8));
        return sum == PageSum.Of(SumBefore(index), slot.AsSpan(SlotHead)) ? sum : null;
    }

    private uint SumBefore(int index) => index > 0 ? sums[index - 1] : (uint)epoch;

    private static long EndOf(int pages) => LogHead.Size + (long)pages * Slot;

    private int PageAt(int length)
    {
        if (Position % Page != 0 || length != Page) throw new NotSupportedException("The log is read and written in whole pages.");
        return (int)(Position / Page);
    }
}
