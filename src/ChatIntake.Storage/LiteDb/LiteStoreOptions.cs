using System.ComponentModel.DataAnnotations;

namespace ChatIntake.Storage.LiteDb;

/// <summary>Where and how the embedded store keeps its files.</summary>
public sealed class LiteStoreOptions
{
    /// <summary>The data folder; created when absent. Relative paths start at the working directory.</summary>
    [Required]
    public string Folder { get; set; } = "store";

    /// <summary>Seconds between two checkpoints, which move the log into the data file. Default 60.</summary>
    [Range(1, 86_400)]
    public int CheckpointSeconds { get; set; } = 60;

    /// <summary>A log longer than this many mebibytes is checkpointed at once, with a warning. Default 64.</summary>
    [Range(1, 4_096)]
    public int LogMebibytes { get; set; } = 64;
}
