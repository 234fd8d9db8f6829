using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>
/// A model of triage as one text: a line that names the format, then a section for each of its parts (<c>[acts]</c>, <c>[topics]</c> and so on) with a line a
/// feature, see <see cref="ChoiceText"/>. The classes of a part are listed behind its name; those of a text that knows other classes are refused.
/// </summary>
public static class TriageModelText
{
    private const string Format = "chatintake triage model 1";

    private static readonly Dictionary<ModelPart, string[]> Classes = new()
    {
        [ModelPart.Acts] = ["chat", "question", "notice", "report", "addition", "resolution", "withdrawal"],
        [ModelPart.Topics] = [.. TopicCatalogue.Topics.Select(t => t.Code)],
        [ModelPart.Urgency] = ["normal", "urgent", "critical"],
        [ModelPart.Special] = ["no", "yes"],
        [ModelPart.Also] = ["no", "yes"],
        [ModelPart.Common] = ["no", "yes"],
    };

    /// <summary>Writes a model; the same one always gives the same text.</summary>
    public static void Write(TriageModel model, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write($"{Format}\n");
        foreach (var (part, choices) in model.Parts.OrderBy(p => p.Key))
        {
            writer.Write($"{Heading(part)}\n");
            ChoiceText.Write(choices, writer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no model of this format; the message tells why.</exception>
    public static TriageModel Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        if (lines[0].TrimEnd('\r') != Format) throw new FormatException($"这不是本版本的分诊模型:第一行应是“{Format}”");
        var (parts, vocabulary) = (new Dictionary<ModelPart, ChoiceModel>(), new FeatureTable());
        var at = 1;
        foreach (var (part, classes) in Classes)
        {
            if (at >= lines.Length || lines[at].TrimEnd('\r') != Heading(part)) throw new FormatException($"模型里缺少 {Heading(part)}");
            var start = ++at;
            while (at < lines.Length && lines[at].Length > 0 && lines[at][0] != '[' | lines[at].Contains('\t', StringComparison.Ordinal)) at++;
            parts[part] = ChoiceText.Read(new ArraySegment<string>(lines, start, at - start), classes.Length, vocabulary);
        }
        return new TriageModel(parts);
    }

    private static string Heading(ModelPart part) => $"[{part.ToString().ToLowerInvariant()} {string.Join(' ', Classes[part])}]";
}
