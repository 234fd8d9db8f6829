namespace ChatIntake.Tests.Journal;

/// <summary>A clock that stands where it is put, also in the past of where it stood.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
