namespace ChatIntake.Storage.LiteDb;

/// <summary>The data folder is held by another store; its message is meant for the person who started the program.</summary>
public sealed class StoreInUseException : Exception
{
    /// <summary>Names the folder in English and Chinese.</summary>
    public StoreInUseException(string folder, Exception inner)
        : base(
            $"The data folder \"{folder}\" is in use by another running ChatIntake. Stop that one, or choose another folder. "
            + $"数据目录“{folder}”正被另一个运行中的 ChatIntake 使用。请先停止它，或另选目录。",
            inner) => Folder = folder;

    /// <summary>The folder that is held.</summary>
    public string Folder { get; }
}
