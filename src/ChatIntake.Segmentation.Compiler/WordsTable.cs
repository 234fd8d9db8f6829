using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>The table by which text is cut: alphabet, words and the model that guesses words.</summary>
internal static class WordsTable
{
    /// <returns>The trie of the words, by whose slots other tables are laid out.</returns>
    internal static TrieBuilder Write(string path, DictionaryText dictionary, WordModelText model)
    {
        var frequencies = dictionary.Words.ToDictionary(w => w.Key, w => (long)w.Value.Frequency, StringComparer.Ordinal);
        var alphabet = new Alphabet(frequencies, model.Emissions.Keys.Concat(BlockCharacters().Where(c => !Blocks.IsHan(c))));
        // Weights in the order of their use, so that those of most words lie together. The first is that of what is no word.
        int[] weights = [0, .. frequencies.Values.Where(f => f > 0).GroupBy(f => (int)f).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key)];
        var weightOf = weights.Select((f, i) => (f, i)).ToDictionary(w => w.f, w => w.i);
        var trie = new TrieBuilder(alphabet, frequencies.Select(w => KeyValuePair.Create(w.Key, weightOf[(int)w.Value])));
        var foreign = alphabet.Characters.Where(c => !Blocks.Contains(c.Key)).OrderBy(c => c.Key).ToList();

        using var table = new TableWriter(path);
        table.Array<ushort>(Codes(alphabet, trie));
        table.Array<char>([.. foreign.Select(c => c.Key)]);
        table.Array<ushort>([.. foreign.Select(c => (ushort)c.Value)]);
        table.Array<ulong>([.. trie.First.Select((node, code) => TrieNode.Weight(node) != 0 ? node : TrieNode.WithWeight(node, code == 0 ? weights.Length + 1 : weights.Length))]);
        table.Array<ulong>(trie.Nodes);
        // Behind them the weight of a character that is no word, yet stands alone where no word begins; and of what is outside blocks, where every path begins anew.
        table.Array<int>([.. weights, 0, 0]);
        table.Array<double>([.. weights.Select(f => f == 0 ? double.NegativeInfinity : Math.Log(f)), 0, double.PositiveInfinity]);
        table.Array(dictionary.Total);
        table.Array<double>(model.Start);
        table.Array<double>([.. Predecessors.Select(pair => model.Transitions[pair])]);
        table.Array<double>(Emissions(alphabet, model));
        return trie;
    }

    // For each of B E M S the pair that leads to it from the lower, then for each from the higher of its two possible predecessors.
    private static readonly string[] Predecessors = ["EB", "BE", "BM", "ES", "SB", "ME", "MM", "SS"];

    private static IEnumerable<char> BlockCharacters() => Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(Blocks.Contains);

    private static ushort[] Codes(Alphabet alphabet, TrieBuilder trie)
    {
        var codes = new ushort[char.MaxValue + 1];
        foreach (var character in BlockCharacters())
        {
            var code = alphabet.CodeOf(character);
            codes[character] = (ushort)(TrieNode.Weight(trie.First[code]) == 0 ? code | TrieNode.NoWordAlone : code);
        }
        return codes;
    }

    private static double[] Emissions(Alphabet alphabet, WordModelText model)
    {
        var rows = new double[alphabet.Count * 4];
        Array.Fill(rows, WordModelText.Missing);
        foreach (var (character, emissions) in model.Emissions) emissions.CopyTo(rows, alphabet.CodeOf(character) * 4);
        return rows;
    }
}
