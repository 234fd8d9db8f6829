namespace ChatIntake.Storage.LiteDb;

/// <summary>An open file of the store; <paramref name="Sync"/> returns when all that was written to it is on the disk.</summary>
internal sealed record StoreFile(Stream Stream, Action Sync) : IDisposable
{
    /// <summary>Opens or creates a file without a buffer of its own, so that what was written is with the operating system.</summary>
    public static StoreFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        return new StoreFile(stream, () => stream.Flush(flushToDisk: true));
    }

    public void Dispose() => Stream.Dispose();
}
