using System.Collections.Concurrent;

namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// The one thread that writes. It takes what waits, up to <see cref="Together"/> at once, commits it as one transaction,
/// syncs the log once and then answers. If one fails, all are undone and each is run alone, still with one sync.
/// </summary>
internal sealed class WriteGate
{
    private const int Together = 256;

    private readonly LiteFile file;
    private readonly StoreHealth health;
    private readonly Action<bool> afterBatch;
    private readonly BlockingCollection<PendingWrite?> waiting = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread thread;

    /// <param name="file">Written to by this gate only.</param>
    /// <param name="health">Where a failure of the engine is told and asked.</param>
    /// <param name="afterBatch">Run between two batches, told whether a checkpoint was asked for (it is at the end).</param>
    public WriteGate(LiteFile file, StoreHealth health, Action<bool> afterBatch)
    {
        (this.file, this.health, this.afterBatch) = (file, health, afterBatch);
        thread = new Thread(Loop) { IsBackground = true, Name = "ChatIntake store" };
        thread.Start();
    }

    /// <summary>Whether the caller is work that runs in the gate.</summary>
    public bool IsInside => Thread.CurrentThread == thread;

    /// <summary>False when the gate is closed.</summary>
    public bool TryAdd(PendingWrite write) => TryQueue(write);

    /// <summary>Asks for a checkpoint between two batches.</summary>
    public void AskForCheckpoint() => TryQueue(null);

    /// <summary>Takes nothing more; the task ends when all that waited is answered and the last checkpoint is made.</summary>
    public Task Close()
    {
        waiting.CompleteAdding();
        return ended.Task;
    }

    private bool TryQueue(PendingWrite? write)
    {
        try { return waiting.TryAdd(write); }
        catch (InvalidOperationException) { return false; } // Closed, which cannot be asked beforehand without a race.
    }

    private void Loop()
    {
        var batch = new List<PendingWrite>(Together);
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            var due = Collect(first, batch);
            if (batch.Count > 0) Run(batch);
            afterBatch(due);
        }

        afterBatch(true);
        ended.SetResult();
    }

    private bool Collect(PendingWrite? first, List<PendingWrite> batch)
    {
        batch.Clear();
        var due = false;
        var next = first;
        do
        {
            if (next is null) due = true;
            else batch.Add(next);
        }
        while (batch.Count < Together && waiting.TryTake(out next));

        return due;
    }

    private void Run(List<PendingWrite> batch)
    {
        try
        {
            health.ThrowIfBroken();
            var kept = Commit(batch);
            file.Sync();
            foreach (var write in kept) write.Succeed();
        }
        catch (Exception e)
        {
            var broken = health.Break(e);
            foreach (var write in batch) write.Fail(broken);
        }
    }

    private List<PendingWrite> Commit(List<PendingWrite> batch)
    {
        try
        {
            return TryCommit(batch) is null ? batch : RunAlone(batch);
        }
        catch
        {
            file.NeverCollect();
            throw;
        }
    }

    private List<PendingWrite> RunAlone(List<PendingWrite> batch)
    {
        List<PendingWrite> kept = [];
        foreach (var write in batch)
        {
            if (TryCommit([write]) is { } reason) write.Fail(reason);
            else kept.Add(write);
        }

        return kept;
    }

    /// <summary>Null when committed; otherwise what the work threw or the engine refused, with everything undone.</summary>
    private Exception? TryCommit(List<PendingWrite> batch)
    {
        file.Begin();
        var transaction = new LiteTransaction(file.Tables);
        try
        {
            foreach (var write in batch) write.Run(transaction);
        }
        catch (Exception e) when (transaction.Fault is null)
        {
            file.Rollback();
            return e;
        }
        catch (Exception)
        {
            // What the work made of the engine's failure matters less than the failure.
        }
        finally
        {
            transaction.End();
        }

        if (transaction.Fault is { } fault)
        {
            if (StoreHealth.IsFatal(fault)) throw new InvalidOperationException(fault.Message, fault);
            file.Rollback();
            return fault;
        }

        file.Commit();
        return null;
    }
}
