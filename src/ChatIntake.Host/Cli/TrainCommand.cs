using System.CommandLine;
using System.Diagnostics;
using ChatIntake.Desk;
using ChatIntake.Host.Settings;
using ChatIntake.Learning;
using ChatIntake.Segmentation;
using ChatIntake.Triage.Model;
using ChatIntake.Triage.Training;

namespace ChatIntake.Host.Cli;

/// <summary>
/// <c>chatintake train</c> learns the model of triage from the training chat; <c>chatintake train --labels FILE.jsonl --out MODEL</c> learns classes of texts
/// from examples.
/// </summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var labels = new Option<FileInfo>("--labels") { Description = "Examples for `classify`, one object a line: id, title (where there is one), text, label; lines without a label are left out." };
        var data = new Option<string>("--data") { Description = "The folder with training, lexicon and model.", DefaultValueFactory = _ => "data" };
        var except = new Option<string[]>("--except") { Description = "Towns of the training chat to leave out.", AllowMultipleArgumentsPerToken = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes; without --labels model/triage.txt of the data folder." };
        var command = new Command("train", "Learn from examples.") { labels, data, except, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(labels) is not null && result.GetValue(output) is null) result.AddError("用 --labels 时要用 --out 指明模型文件");
        });
        command.SetAction(parsed => FileErrors.Guard(() => parsed.GetValue(labels) is { } examples
            ? Classifier(examples, parsed.GetRequiredValue(output))
            : Triage(RuleFiles.Locate(parsed.GetRequiredValue(data)), parsed.GetValue(except) ?? [], parsed.GetValue(output))));
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

    private static int Triage(string data, string[] except, FileInfo? output)
    {
        var started = Stopwatch.StartNew();
        var folder = Path.Combine(data, "training");
        var towns = TrainingFolder.Towns(folder);
        if (except.Except(towns, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"训练语料里没有“{unknown}”,有的是:{string.Join("、", towns)}");
        var lexicon = RuleDocuments.ParseLexicon(RuleFiles.ReadOne(RuleKinds.Lexicon, Path.Combine(data, "lexicon")));
        var kept = towns.Except(except, StringComparer.Ordinal).ToList();
        var (model, messages) = TrainingFolder.Learn(folder, kept, lexicon);
        var path = output?.FullName ?? Path.Combine(data, "model", "triage.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = File.CreateText(path)) TriageModelText.Write(model, file);
        Console.Out.WriteLine($"{kept.Count} 个镇县,{messages} 条消息,用时 {started.Elapsed.TotalSeconds:0} 秒:{path}");
        return 0;
    }
}
