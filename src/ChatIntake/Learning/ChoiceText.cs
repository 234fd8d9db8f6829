using System.Globalization;

namespace ChatIntake.Learning;

/// <summary>
/// A model as text that can be read, compared and edited: a line a feature, its name, a tab, and for each class that it speaks for or against the class's number
/// and the weight in hundredths (<c>3:45 5:-120</c>).
/// </summary>
internal static class ChoiceText
{
    private const float Unit = 100;

    // Smaller ones only make the text long.
    private const int Least = 3;

    /// <summary>Writes the features that weigh three hundredths or more for some class, in ordinal order.</summary>
    internal static void Write(ChoiceModel model, TextWriter writer)
    {
        foreach (var row in Enumerable.Range(0, model.Names.Count).OrderBy(i => model.Names[i], StringComparer.Ordinal))
        {
            var parts = new List<string>();
            for (var k = 0; k < model.Classes; k++)
                if ((int)MathF.Round(model.Row(row)[k] * Unit) is var weight && Math.Abs(weight) >= Least)
                    parts.Add(string.Create(CultureInfo.InvariantCulture, $"{k}:{weight}"));
            if (parts.Count > 0) writer.Write($"{model.Names[row]}\t{string.Join(' ', parts)}\n");
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="lines">Without the heading.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="vocabulary">Shared by the parts of a model.</param>
    /// <exception cref="FormatException">A line is no feature with its weights; the message tells which.</exception>
    internal static ChoiceModel Read(IReadOnlyList<string> lines, int classes, FeatureTable vocabulary)
    {
        var (names, weights) = (new List<string>(lines.Count), new float[lines.Count * classes]);
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0) throw new FormatException($"\"{line}\" has no tab behind its name");
            var row = weights.AsSpan(names.Count * classes, classes);
            foreach (var part in line.AsSpan(tab + 1).Split(' ')) ReadWeight(line.AsSpan(tab + 1)[part], row, line);
            names.Add(line[..tab]);
        }
        return new ChoiceModel(names, weights, classes, vocabulary);
    }

    private static void ReadWeight(ReadOnlySpan<char> part, Span<float> row, string line)
    {
        var colon = part.IndexOf(':');
        if (colon <= 0 || !int.TryParse(part[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var kind) || kind >= row.Length
            || !int.TryParse(part[(colon + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight))
            throw new FormatException($"\"{line}\": \"{part}\" is no class and weight");
        row[kind] = weight / Unit;
    }
}
