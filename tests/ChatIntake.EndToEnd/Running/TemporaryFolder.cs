namespace ChatIntake.EndToEnd.Running;

/// <summary>A folder of its own for a test, removed after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("chatintake-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
