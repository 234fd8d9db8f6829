namespace ChatIntake.Storage.LiteDb;

/// <summary>Places for readers, fewer than the 100 transactions that LiteDB allows, so that the gate always finds one.</summary>
internal sealed class ReaderRoom : IAsyncDisposable
{
    private const int Places = 64;

    private readonly SemaphoreSlim free = new(Places);
    private volatile bool closed;

    /// <summary>Waits for a place; the reader gives it back by disposing.</summary>
    /// <exception cref="ObjectDisposedException">The room is closed.</exception>
    public Place Enter()
    {
        free.Wait();
        var place = new Place(free);
        if (!closed) return place;
        place.Dispose();
        throw new ObjectDisposedException(nameof(LiteStore));
    }

    /// <summary>Lets nobody in any more and ends when the last reader has left.</summary>
    public async ValueTask DisposeAsync()
    {
        closed = true;
        for (var i = 0; i < Places; i++) await free.WaitAsync();
        free.Release(Places);
    }

    public readonly struct Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
