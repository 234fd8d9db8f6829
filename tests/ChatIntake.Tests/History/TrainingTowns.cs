using ChatIntake.Tests.Desk;

namespace ChatIntake.Tests.History;

/// <summary>A folder with some towns of the training chat, so that a model is learned soon.</summary>
internal sealed class TrainingTowns : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("towns");

    public TrainingTowns(params IEnumerable<string> towns)
    {
        foreach (var town in towns) File.Copy(TestRules.Data($"training/{town}.txt"), System.IO.Path.Combine(folder.FullName, town + ".txt"));
    }

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
