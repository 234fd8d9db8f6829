using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>The table of parts of speech: the tags of the dictionary's words by their slots in its trie, and the model that finds words with their tags.</summary>
internal static class TagsTable
{
    internal static void Write(string path, DictionaryText dictionary, TrieBuilder trie, TagModelText model)
    {
        var modelTags = model.States.Select(state => state[2..]).ToList();
        // The first is that of a word without one.
        List<string> names = [.. new[] { TagStates.NoTag }.Concat(modelTags).Concat(dictionary.Words.Values.Select(w => w.Tag)).Distinct()];
        var slots = new byte[trie.SlotCount];
        foreach (var (word, (_, tag)) in dictionary.Words) slots[trie.SlotOf(word)] = checked((byte)names.IndexOf(tag));

        using var table = new TableWriter(path);
        table.Array<char>(string.Join('\n', names));
        table.Array<byte>(slots);
        table.Array<char>([.. model.States.Select(state => state[0])]);
        table.Array<byte>([.. modelTags.Select(tag => (byte)names.IndexOf(tag))]);
        table.Array<double>([.. model.Start]);
        WriteTransitions(table, model);
        WriteCharacters(table, model);
    }

    // By the state they lead to, in the order of those they come from.
    private static void WriteTransitions(TableWriter table, TagModelText model)
    {
        var ordered = model.Transitions.OrderBy(t => t.Key.To).ThenBy(t => t.Key.From).ToList();
        table.Array<int>([.. Enumerable.Range(0, model.States.Count + 1).Select(to => ordered.Count(t => t.Key.To < to))]);
        table.Array<byte>([.. ordered.Select(t => (byte)t.Key.From)]);
        table.Array<double>([.. ordered.Select(t => t.Value)]);
    }

    // By character: the states it may be in, then those that show it nevertheless.
    private static void WriteCharacters(TableWriter table, TagModelText model)
    {
        double[] values = [WordModelText.Missing, .. model.Emissions.Values.SelectMany(e => e.Values).Distinct().Order()];
        var numbers = values.Select((value, i) => (value, i)).ToDictionary(v => v.value, v => checked((ushort)v.i));
        List<int> begins = [0];
        List<byte> known = [], states = [];
        List<ushort> emissions = [];
        for (var character = Blocks.FirstHan; character <= Blocks.LastHan; character++)
        {
            var emitted = model.Emissions.GetValueOrDefault(character) ?? [];
            var allowed = model.Known.GetValueOrDefault(character) ?? [];
            known.Add((byte)allowed.Count);
            foreach (var state in allowed.Concat(emitted.Keys.Except(allowed).Order()))
            {
                states.Add((byte)state);
                emissions.Add(emitted.TryGetValue(state, out var value) ? numbers[value] : (ushort)0);
            }
            begins.Add(states.Count);
        }
        table.Array<int>([.. begins]);
        table.Array<byte>([.. known]);
        table.Array<byte>([.. states]);
        table.Array<ushort>([.. emissions]);
        table.Array<double>(values);
    }
}
