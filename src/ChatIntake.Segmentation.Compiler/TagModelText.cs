using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Compiler;

/// <summary>
/// The hidden Markov model that finds words together with their parts of speech. A state is a place in a word (B E M S) and the word's tag, written <c>B-n</c>; states
/// are numbered in the order of their names, by which jieba decides ties.
/// </summary>
/// <param name="States">The names, in order.</param>
/// <param name="Start">By state.</param>
/// <param name="Transitions">The pairs of states that occur.</param>
/// <param name="Emissions">By character the states that show it.</param>
/// <param name="Known">By character the states that it may be in; a character that is absent may be in any.</param>
internal sealed record TagModelText(
    List<string> States, List<double> Start, Dictionary<(int From, int To), double> Transitions, Dictionary<char, Dictionary<int, double>> Emissions, Dictionary<char, List<int>> Known)
{
    internal static TagModelText Read(string path)
    {
        var model = new TagModelText([], [], [], [], []);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in DataFile.Rows(path, '\t'))
        {
            switch (row[0])
            {
                case "start":
                    numbers.Add(row[1], model.States.Count);
                    model.States.Add(row[1]);
                    model.Start.Add(DataFile.Number(row[2]));
                    break;
                case "trans":
                    model.Transitions.Add((numbers[row[1]], numbers[row[2]]), DataFile.Number(row[3]));
                    break;
                case "emit":
                    model.Emissions.Add(Han(row[1]), row[2..].Chunk(2).ToDictionary(pair => numbers[pair[0]], pair => DataFile.Number(pair[1])));
                    break;
                case "states":
                    model.Known.Add(Han(row[1]), [.. row[2..].Select(state => numbers[state]).Order()]);
                    break;
                default:
                    throw new InvalidDataException($"Unknown line {row[0]} in {path}.");
            }
        }
        model.Check();
        return model;
    }

    private static char Han(string text) =>
        text.Length == 1 && Blocks.IsHan(text[0]) ? text[0] : throw new InvalidDataException($"{text} is no character that the model is asked for.");

    // Whoever follows the model relies on this: from wherever it can be, a way leads on.
    private void Check()
    {
        var leadOn = Transitions.Keys.Select(t => t.From).ToHashSet();
        foreach (var (_, to) in Transitions.Keys)
            if (!leadOn.Contains(to)) throw new InvalidDataException($"From {States[to]} no way leads on.");
        foreach (var (character, states) in Known)
            if (!states.Any(leadOn.Contains)) throw new InvalidDataException($"From {character} at the beginning no way leads on.");
        if (States.Count > TagStates.Most) throw new InvalidDataException($"{States.Count} states are too many.");
    }
}
