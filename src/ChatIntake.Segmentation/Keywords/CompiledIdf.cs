using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Keywords;

/// <summary>jieba's inverse document frequencies: for words in its dictionary by their slots there, for the others in a sorted list.</summary>
internal sealed class CompiledIdf
{
    private readonly WordTrie trie;
    private readonly Table<ushort> slots;
    private readonly Table<double> values;
    private readonly string[] others;
    private readonly Table<ushort> ofOthers;

    internal CompiledIdf(WordTrie trie)
    {
        this.trie = trie;
        var image = new ImageReader("idf.bin");
        slots = image.Table<ushort>();
        values = image.Table<double>();
        others = new string(image.Array<char>()).Split('\n');
        ofOthers = image.Table<ushort>();
        Median = image.Table<double>()[0];
    }

    internal double Median { get; }

    internal double? Find(string word)
    {
        var slot = trie.SlotOf(word);
        if (slot >= 0) return slots[(uint)slot] == 0 ? null : values[slots[(uint)slot]];
        var other = Array.BinarySearch(others, word, StringComparer.Ordinal);
        return other < 0 ? null : values[ofOthers[(uint)other]];
    }
}
