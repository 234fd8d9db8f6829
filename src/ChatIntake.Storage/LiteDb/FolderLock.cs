namespace ChatIntake.Storage.LiteDb;

/// <summary>
/// Holds a data folder for one store. On Linux two processes can open the same data file for writing, and both lose it;
/// a file opened without sharing is refused to the second (by <c>flock</c> there, by the system on Windows).
/// </summary>
internal sealed class FolderLock : IDisposable
{
    public const string FileName = "chatintake.lock";

    private const int WouldBlockLinux = 11;
    private const int WouldBlockMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly FileStream held;

    private FolderLock(FileStream held) => this.held = held;

    /// <exception cref="StoreInUseException">Another store, of this process or another, holds the folder.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            var path = Path.Combine(folder, FileName);
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult is WouldBlockLinux or WouldBlockMac or SharingViolation)
        {
            throw new StoreInUseException(folder, e);
        }
    }

    /// <summary>Lets the folder go; the file stays, because removing it would let two others hold two files of one name.</summary>
    public void Dispose() => held.Dispose();
}
