using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>The characters of the dictionary and the model, numbered from 1 by how much they occur.</summary>
internal sealed class Alphabet
{
    private readonly Dictionary<char, int> codes = [];

    internal Alphabet(IReadOnlyDictionary<string, long> words, IEnumerable<char> others)
    {
        var counts = new Dictionary<char, long>();
        foreach (var (word, frequency) in words)
            foreach (var character in word)
                counts[character] = counts.GetValueOrDefault(character) + frequency;
        foreach (var character in others) counts.TryAdd(character, 0);
        foreach (var (character, _) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key)) codes.Add(character, codes.Count + 1);
        // One code for all characters of blocks that nothing is known of.
        Rare = codes.Count + 1;
        if (Count > TrieNode.CodeMask) throw new InvalidDataException($"{Count} characters do not fit into {TrieNode.CodeBits} bits.");
    }

    internal int Rare { get; }

    /// <summary>One above the highest code.</summary>
    internal int Count => Rare + 1;

    internal IEnumerable<KeyValuePair<char, int>> Characters => codes;

    internal int CodeOf(char character) => codes.GetValueOrDefault(character, Rare);
}
