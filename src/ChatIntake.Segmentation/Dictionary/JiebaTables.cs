namespace ChatIntake.Segmentation.Dictionary;

/// <summary>jieba's dictionary and word model, read once from the assembly and shared by all segmenters of the process.</summary>
internal sealed class JiebaTables
{
    private static readonly Lazy<JiebaTables> Loaded = new(() => new JiebaTables());

    private JiebaTables()
    {
        var image = new ImageReader("words.bin");
        Words = new WordTrie(image);
        Model = new WordModel(image);
    }

    internal static JiebaTables Shared => Loaded.Value;

    internal WordTrie Words { get; }

    internal WordModel Model { get; }
}
