using System.CommandLine;
using System.Diagnostics;
using System.Text;
using ChatIntake.Desk;
using ChatIntake.History;
using ChatIntake.Host.Settings;
using ChatIntake.Journal;
using ChatIntake.Learning;
using ChatIntake.Segmentation;
using ChatIntake.Triage.Model;
using ChatIntake.Triage.Training;

namespace ChatIntake.Host.Cli;

/// <summary>
/// <c>chatintake train</c> learns the model of triage from the training chat; <c>chatintake train --labels FILE.jsonl --out MODEL</c> learns classes of texts
/// from examples. <c>chatintake train --corrections --out MODEL</c> learns what staff of the desk have corrected as well, and shows what would change; it is put
/// to use by <c>rules import model</c> and taken back by <c>rules back model</c>.
/// </summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var labels = new Option<FileInfo>("--labels") { Description = "Examples for `classify`, one object a line: id, title (where there is one), text, label; lines without a label are left out." };
        var data = new Option<string>("--data") { Description = "The folder with training, lexicon and model.", DefaultValueFactory = _ => "data" };
        var except = new Option<string[]>("--except") { Description = "Towns of the training chat to leave out.", AllowMultipleArgumentsPerToken = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes; without --labels model/triage.txt of the data folder." };
        var corrections = new Option<bool>("--corrections") { Description = "Learn what staff of the desk have corrected as well, and show what would change." };
        var command = new Command("train", "Learn from examples.") { labels, data, except, corrections, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(labels) is not null && result.GetValue(output) is null) result.AddError("用 --labels 时要用 --out 指明模型文件");
            if (result.GetValue(corrections) && result.GetValue(output) is null) result.AddError("用 --corrections 时要用 --out 指明模型文件:学到的和通用模型分开放");
            if (result.GetValue(corrections) && (result.GetValue(labels) is not null || result.GetValue(except) is { Length: > 0 })) result.AddError("--corrections 不能和 --labels、--except 一起用");
        });
        command.SetAction((parsed, cancellation) =>
        {
            var folder = RuleFiles.Locate(parsed.GetRequiredValue(data));
            if (parsed.GetValue(corrections)) return DeskCommand.With((store, desk, _) => Corrected(store, desk, folder, parsed.GetRequiredValue(output)), cancellation);
            return Task.FromResult(FileErrors.Guard(() => parsed.GetValue(labels) is { } examples
                ? Classifier(examples, parsed.GetRequiredValue(output))
                : Triage(folder, parsed.GetValue(except) ?? [], parsed.GetValue(output))));
        });
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

    private static async Task<int> Corrected(IStore store, DeskRunner desk, string data, FileInfo output)
    {
        var past = new DeskPast(store, desk);
        var (model, messages, corrections) = past.Learn(Path.Combine(data, "training"));
        if (corrections == 0)
        {
            await Console.Error.WriteLineAsync("这个专班还没有人工更正(登记、不是问题、归到、拆分、改类),没有什么可学的");
            return 1;
        }
        var text = new StringWriter();
        TriageModelText.Write(model, text);
        await File.WriteAllTextAsync(output.FullName, text.ToString());
        await Console.Out.WriteLineAsync($"{messages} 条训练消息,{corrections} 条本专班的更正:{output.FullName}");
        var proposed = desk.Rules.With(RuleKinds.Model, desk.Rules.Versions[RuleKinds.Model] + 1, Encoding.UTF8.GetBytes(text.ToString()), () => new Segmenter());
        await ReplayCommand.Show(past, desk.Rules, proposed, SinceOption.Of(null, desk));
        await Console.Out.WriteLineAsync($"还没有启用。启用:chatintake rules import model {output.FullName};启用后收回:chatintake rules back model。");
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
