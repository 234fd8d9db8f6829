namespace ChatIntake.Tests.Storage.LiteDb;

internal sealed class ForgetfulStream : Stream
{
    private readonly ForgetfulDisk disk;
    private readonly List<Change> unsynced = [];
    private readonly MemoryStream now = new();

    public ForgetfulStream(ForgetfulDisk disk, byte[] content)
    {
        this.disk = disk;
        Durable = content;
        now.Write(content);
    }

    public byte[] Durable { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => now.Length;

    public override long Position { get => now.Position; set => now.Position = value; }

    /// <summary>The durable bytes with any part of what was not synced.</summary>
    public byte[] Surviving(Random random)
    {
        var image = new MemoryStream();
        image.Write(Durable);

        // Nothing, a little, half, nearly all, all: each is a shape that real cuts have.
        double[] shares = [0, 0.1, 0.5, 0.9, 1];
        var share = shares[random.Next(shares.Length)];
        var sector = random.Next(2) == 0 ? 512 : 4096;
        foreach (var change in unsynced) change.ApplyPartly(image, sector, () => random.NextDouble() < share);
        return image.ToArray();
    }

    public void Sync()
    {
        disk.Operate(() => { });
        Durable = now.ToArray();
        unsynced.Clear();
    }

    public override int Read(byte[] buffer, int offset, int count) => now.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count)
    {
        disk.Operate(() => unsynced.Add(new Change(now.Position, buffer.AsSpan(offset, count).ToArray())));
        now.Write(buffer, offset, count);
    }

    public override void SetLength(long value)
    {
        disk.Operate(() => unsynced.Add(new Change(value, null)));
        now.SetLength(value);
    }

    /// <summary>Goes to the operating system only, as that of a file does.</summary>
    public override void Flush() => disk.Operate(() => { });

    public override long Seek(long offset, SeekOrigin origin) => now.Seek(offset, origin);

    /// <summary>Bytes written at a place, or (without bytes) a new length.</summary>
    private sealed record Change(long At, byte[]? Bytes)
    {
        public void ApplyPartly(MemoryStream image, int sector, Func<bool> reached)
        {
            if (Bytes is null)
            {
                if (reached()) image.SetLength(At);
                return;
            }

            for (var start = 0; start < Bytes.Length;)
            {
                var end = Math.Min(Bytes.Length, start + sector - (int)((At + start) % sector));
                if (reached())
                {
                    image.Position = At + start;
                    image.Write(Bytes, start, end - start);
                }

                start = end;
            }
        }
    }
}
