namespace ChatIntake.Segmentation.Compiler;

/// <summary>The hidden Markov model that finds words: a character begins one (B), ends one (E), is in the middle (M), or is one by itself (S).</summary>
/// <param name="Start">By state, in the order B E M S.</param>
/// <param name="Transitions">By the pair of states; pairs that do not occur are absent.</param>
/// <param name="Emissions">By character: four logarithms, <see cref="Missing"/> where the model has none.</param>
internal sealed record WordModelText(double[] Start, Dictionary<string, double> Transitions, Dictionary<char, double[]> Emissions)
{
    /// <summary>What jieba takes for the logarithm of a probability that the model does not have.</summary>
    internal const double Missing = -3.14e100;

    private const string States = "BEMS";

    internal static WordModelText Read(string path)
    {
        var model = new WordModelText(new double[4], new Dictionary<string, double>(StringComparer.Ordinal), []);
        foreach (var row in DataFile.Rows(path, '\t'))
        {
            switch (row[0])
            {
                case "start":
                    model.Start[States.IndexOf(row[1], StringComparison.Ordinal)] = DataFile.Number(row[2]);
                    break;
                case "trans":
                    model.Transitions[row[1] + row[2]] = DataFile.Number(row[3]);
                    break;
                case "emit":
                    model.Emissions[row[1][0]] = [.. row[2..].Select(n => n == "-" ? Missing : DataFile.Number(n))];
                    break;
                default:
                    throw new InvalidDataException($"Unknown line {row[0]} in {path}.");
            }
        }
        return model;
    }
}
