using ChatIntake.Segmentation;
using ChatIntake.Triage.Model;

namespace ChatIntake.Triage.Training;

/// <summary>The training chat of a folder, a town a file (<c>data/training/README.md</c>).</summary>
public static class TrainingFolder
{
    /// <summary>The names of its towns, in ordinal order.</summary>
    public static IReadOnlyList<string> Towns(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Learns a model from the towns named; the same files always give the same model.</summary>
    /// <exception cref="FormatException">A file is not as the format says; the message names the line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static (TriageModel Model, int Messages) Learn(string folder, IEnumerable<string> towns, Lexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        return Learn(folder, towns, lexicon, []);
    }

    /// <summary>Learns a model from the towns named and from what a desk was taught.</summary>
    internal static (TriageModel Model, int Messages) Learn(string folder, IEnumerable<string> towns, Lexicon lexicon, IReadOnlyList<Lesson> lessons)
    {
        var chats = towns.Select(town => Read(folder, town)).ToList();
        var rules = chats.ToDictionary(c => c, c => new ReadingRules(lexicon, new Segmenter(), DomainWords.Of(c.Roster)));
        return (TriageTrainer.Train(chats, c => rules[c], new TrainingOptions(), lessons), chats.Sum(c => c.Messages.Count));
    }

    internal static LabelledChat Read(string folder, string town) => TrainingChatReader.Read(town, File.ReadLines(Path.Combine(folder, town + ".txt")));
}
