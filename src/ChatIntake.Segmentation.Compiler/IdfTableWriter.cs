namespace ChatIntake.Segmentation.Compiler;

/// <summary>The table of inverse document frequencies: by slot in the trie of the dictionary for the words that are there, by the alphabet for the others.</summary>
internal static class IdfTableWriter
{
    internal static void Write(string path, string text, TrieBuilder trie)
    {
        var values = new Dictionary<string, double>(300_000, StringComparer.Ordinal);
        foreach (var row in DataFile.Rows(text, ' ')) values[row[0]] = DataFile.Number(row[1]);
        double[] distinct = [0, .. values.Values.Distinct().Order()];
        // 0 is that of no word.
        var numbers = distinct.Index().Skip(1).ToDictionary(v => v.Item, v => checked((ushort)v.Index));
        var slots = new ushort[trie.SlotCount];
        var others = new SortedDictionary<string, ushort>(StringComparer.Ordinal);
        foreach (var (word, value) in values)
        {
            var slot = trie.SlotOf(word);
            if (slot < 0) others.Add(word, numbers[value]);
            else slots[slot] = numbers[value];
        }

        using var table = new TableWriter(path);
        table.Array<ushort>(slots);
        table.Array<double>(distinct);
        table.Array<char>(string.Join('\n', others.Keys));
        table.Array<ushort>([.. others.Values]);
        // What jieba takes for the median.
        table.Array(values.Values.Order().ElementAt(values.Count / 2));
    }
}
