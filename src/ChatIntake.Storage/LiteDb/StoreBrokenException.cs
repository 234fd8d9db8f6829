namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// The disk or the database engine failed, and the store takes no more writes until it is opened again. Whether the write
/// that got this answer is kept is known only after that; everything acknowledged before it is.
/// </summary>
public sealed class StoreBrokenException : Exception
{
    /// <summary>Carries the first failure, which is the cause of all later refusals.</summary>
    public StoreBrokenException(Exception cause)
        : base($"The store stopped after a failure ({cause.Message}) and must be opened again.", cause)
    {
    }
}
