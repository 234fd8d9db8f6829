using ChatIntake.Storage.LiteDb;

namespace ChatIntake.Tests.Storage.LiteDb;

/// <summary>
/// A disk that keeps only what was synced. At the power cut each change that was not synced may be there or not, each sector
/// of a write for itself, as with a real disk that writes its cache in any order.
/// </summary>
internal sealed class ForgetfulDisk : IDisposable
{
    private readonly ForgetfulStream data;
    private readonly ForgetfulStream log;

    private ForgetfulDisk(byte[] data, byte[] log)
    {
        this.data = new ForgetfulStream(this, data);
        this.log = new ForgetfulStream(this, log);
    }

    /// <summary>The number of the operation at which the power fails; counted over both files.</summary>
    public long CutAt { get; set; } = long.MaxValue;

    public long Operations { get; private set; }

    public StoreFile Data => new(data, data.Sync);

    public StoreFile Log => new(log, log.Sync);

    public static ForgetfulDisk Empty() => new([], []);

    /// <summary>What is found after the power is back.</summary>
    public ForgetfulDisk AfterCut(Random random) => new(data.Surviving(random), log.Surviving(random));

    /// <summary>A disk with the same durable content and nothing pending.</summary>
    public ForgetfulDisk Copy() => new(data.Durable, log.Durable);

    /// <summary>Whether the power has failed.</summary>
    public bool IsOff { get; private set; }

    /// <summary>One operation; what is handed over when the power fails may still be on the disk, what comes later not.</summary>
    public void Operate(Action handOver)
    {
        if (IsOff) throw new IOException("The power is off.");
        handOver();
        IsOff = Operations >= CutAt;
        if (IsOff) throw new IOException("The power fails.");
        Operations++;
    }

    public void Dispose()
    {
        data.Dispose();
        log.Dispose();
    }
}
