using System.CommandLine;
using ChatIntake.Learning;
using ChatIntake.Segmentation;

namespace ChatIntake.Host.Cli;

/// <summary><c>chatintake train --labels FILE.jsonl --out MODEL</c>: learns classes of texts from examples.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var labels = new Option<FileInfo>("--labels") { Description = "Examples, one object a line: id, title (where there is one), text, label; lines without a label are left out.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var command = new Command("train", "Learn from examples.") { labels, output };
        command.SetAction(parsed => FileErrors.Guard(() => Classifier(parsed.GetRequiredValue(labels), parsed.GetRequiredValue(output))));
        return command;
    }

    private static int Classifier(FileInfo labels, FileInfo output)
    {
        var (rows, problems) = LabelledRows.Read(labels);
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        if (problems.Count > 0) return 1;
        var classifier = TextClassifier.Train(rows.ConvertAll(r => r.Text), new Segmenter());
        using (var file = output.Create()) ClassifierFile.Write(classifier, file);
        Console.Out.WriteLine($"{rows.Count(r => r.Text.Label is not null)} 条样本,{classifier.Labels.Count} 类:{string.Join("、", classifier.Labels)}");
        return 0;
    }
}
