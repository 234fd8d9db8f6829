using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Keywords;

/// <summary>jieba's inverse document frequencies: for words in its dictionary by their slots there, for the others in a sorted list.</summary>
internal sealed class CompiledIdf
{
    private readonly WordTrie trie;
    private readonly ushort[] slots;
    private readonly double[] values;
    private readonly string[] others;
    private readonly ushort[] ofOthers;

    internal CompiledIdf(WordTrie trie)
    {
        this.trie = trie;
        var image = new ImageReader("idf.bin");
        slots = image.Array<ushort>();
        values = image.Array<double>();
        others = new string(image.Array<char>()).Split('\n');
        ofOthers = image.Array<ushort>();
        Median = image.Array<double>()[0];
    }

    internal double Median { get; }

    internal double? Find(string word)
    {
        var slot = trie.SlotOf(word);
        if (slot >= 0) return slots[slot] == 0 ? null : values[slots[slot]];
        var other = Array.BinarySearch(others, word, StringComparer.Ordinal);
        return other < 0 ? null : values[ofOthers[other]];
    }
}
