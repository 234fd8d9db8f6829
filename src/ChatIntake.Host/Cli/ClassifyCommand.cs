using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatIntake.Learning;
using ChatIntake.Segmentation;

namespace ChatIntake.Host.Cli;

/// <summary><c>chatintake classify --model MODEL IN.jsonl --out OUT.jsonl</c>: files texts into the classes that <c>train --labels</c> learned.</summary>
internal static class ClassifyCommand
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var input = new Argument<FileInfo>("IN.jsonl") { Description = "Texts, one object a line: id, title (where there is one), text." };
        var model = new Option<FileInfo>("--model") { Description = "What `train --labels` wrote.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the answers go, one a line: id, label, score (0 to 1).", Required = true };
        var command = new Command("classify", "File texts into classes learned before.") { input, model, output };
        command.SetAction(parsed => FileErrors.Guard(() => Run(parsed.GetRequiredValue(model), parsed.GetRequiredValue(input), parsed.GetRequiredValue(output))));
        return command;
    }

    private static int Run(FileInfo model, FileInfo input, FileInfo output)
    {
        TextClassifier classifier;
        using (var file = model.OpenRead()) classifier = ClassifierFile.Read(file, new Segmenter());
        var (rows, problems) = LabelledRows.Read(input);
        using var to = output.Create();
        foreach (var (row, (label, score)) in rows.AsParallel().AsOrdered().Select(r => (r, classifier.Classify(r.Text.Title, r.Text.Text))))
        {
            using (var line = new Utf8JsonWriter(to, Json))
            {
                line.WriteStartObject();
                if (row.Id is { } id)
                {
                    line.WritePropertyName("id");
                    id.WriteTo(line);
                }
                line.WriteString("label", label);
                line.WriteNumber("score", Math.Round(score, 4));
                line.WriteEndObject();
            }
            to.WriteByte((byte)'\n');
        }
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        return problems.Count == 0 ? 0 : 1;
    }
}
