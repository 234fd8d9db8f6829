namespace ChatIntake.Segmentation.Dictionary;

/// <summary>The parts of speech of jieba's words and the model that finds words with theirs, shared by all segmenters of the process.</summary>
internal sealed class TagTable
{
    private static readonly Lazy<TagTable> Loaded = new(() => new TagTable());

    private readonly string[] names;
    private readonly Table<byte> slots;

    private TagTable()
    {
        var image = new ImageReader("tags.bin");
        names = new string(image.Array<char>()).Split('\n');
        slots = image.Table<byte>();
        Model = new TagModel(image, names);
    }

    internal static TagTable Shared => Loaded.Value;

    internal TagModel Model { get; }

    /// <summary>The tag of the word with a slot in jieba's trie; <see cref="TagStates.NoTag"/> for what is no word of it.</summary>
    internal string TagOf(int slot) => slot < 0 ? TagStates.NoTag : names[slots[(uint)slot]];
}
