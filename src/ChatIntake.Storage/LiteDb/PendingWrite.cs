using ChatIntake.Journal;

namespace ChatIntake.Storage.LiteDb;

/// <summary>Work that waits for the gate, with the task of its caller.</summary>
internal abstract class PendingWrite
{
    /// <summary>Runs the work, possibly again; what it throws goes through.</summary>
    public abstract void Run(ITransaction transaction);

    /// <summary>Completes the caller's task with the answer of the last run.</summary>
    public abstract void Succeed();

    /// <summary>Fails the caller's task, unless it has its answer already.</summary>
    public abstract void Fail(Exception reason);
}

internal sealed class PendingWrite<T>(Func<ITransaction, T> work) : PendingWrite
{
    // Otherwise the caller would go on within the gate's thread.
    private readonly TaskCompletionSource<T> caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T answer = default!;

    public Task<T> Task => caller.Task;

    public override void Run(ITransaction transaction) => answer = work(transaction);

    public override void Succeed() => caller.TrySetResult(answer);

    public override void Fail(Exception reason) => caller.TrySetException(reason);
}
