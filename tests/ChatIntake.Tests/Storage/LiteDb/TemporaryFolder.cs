namespace ChatIntake.Tests.Storage.LiteDb;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("chatintake-store-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
