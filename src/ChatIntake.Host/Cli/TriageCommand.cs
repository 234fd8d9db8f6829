using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Escalation;
using ChatIntake.Host.Settings;
using ChatIntake.Host.Workers;
using ChatIntake.Intake;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Storage.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatIntake.Host.Cli;

/// <summary><c>chatintake triage IN.jsonl --roster ROSTER.json --out OUT.jsonl</c>: the desk itself over a transcript, verdicts out.</summary>
internal static class TriageCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var transcript = new Argument<FileInfo>("IN.jsonl") { Description = "A transcript, one message a line." };
        var roster = new Option<FileInfo>("--roster") { Description = "The roster; without it everybody is a stranger." };
        var output = new Option<FileInfo>("--out") { Description = "Where the verdicts go, one a line.", Required = true };
        var data = new Option<string>("--data") { Description = "The folder of the desk's rules.", DefaultValueFactory = _ => "data" };
        var model = new Option<string?>("--model") { Description = "A model of triage to try instead of the folder's." };
        var command = new Command("triage", "Judge a transcript with the desk's own code and write the verdicts.") { transcript, roster, output, data, model };
        command.SetAction((parsed, cancellation) => StartUp.Guard(() => Run(
            parsed.GetRequiredValue(transcript).FullName, parsed.GetValue(roster)?.FullName ?? "", parsed.GetRequiredValue(output).FullName, (parsed.GetRequiredValue(data), parsed.GetValue(model)), cancellation)));
        return command;
    }

    internal static async Task<int> Run(string transcript, string roster, string output, (string Data, string? Model) rules, CancellationToken cancellation)
    {
        var (messages, problems) = TranscriptReader.Read(transcript);
        foreach (var problem in problems) await Console.Error.WriteLineAsync(problem);
        var documents = RuleFiles.Read(rules.Data, roster, "", rules.Model);
        string[] wrong = [.. documents.SelectMany(d => RulesCommand.Problems(d.Kind, d.Text))];
        foreach (var problem in wrong) await Console.Error.WriteLineAsync(problem);
        if (wrong.Length > 0) return 1;

        await using var store = new MemoryStore();
        var play = new Play(store, new DeskId("triage"), messages);
        await play.Prepare(documents);
        foreach (var message in messages) await play.Say(message, cancellation);

        await File.WriteAllLinesAsync(output, Verdicts.Of(store, play).Select(v => JsonSerializer.Serialize(v, Json)), cancellation);
        return problems.Count == 0 ? 0 : 1;
    }
}

/// <summary>A desk that lives through a transcript on the transcript's own clock, due times firing between messages.</summary>
internal sealed class Play(MemoryStore store, DeskId desk, IReadOnlyList<TranscriptMessage> messages)
{
    private readonly Dictionary<string, string> texts = messages.ToDictionary(m => m.Id, m => m.Text, StringComparer.Ordinal);
    private readonly DeskClock clock = new(TimeProvider.System);
    private DeskRunner? runner;
    private Receiver? receiver;

    public DeskRunner Runner => runner ?? throw new InvalidOperationException("Prepare first.");

    /// <summary>The transcript's id of each message of the desk.</summary>
    public Dictionary<MessageId, string> Ids { get; } = [];

    public async Task Prepare(IReadOnlyList<(string Kind, string Text)> rules)
    {
        if (messages.Count > 0) clock.StandAt(messages[0].PostedAt);
        var binding = new RosterBinding("play", Players: true);
        foreach (var (kind, text) in rules) await RuleImport.Import(store, desk, kind, text, binding, clock.GetUtcNow());
        runner = DeskRunner.Open(store, desk, () => new Segmenter(), NullLogger.Instance);
        receiver = new Receiver(store, desk, clock);
        await runner.Advance();
        if (runner.State.Rules.Count < rules.Count) throw new RuleException("有规则文件没有通过检查");
    }

    public async Task Say(TranscriptMessage message, CancellationToken cancellation)
    {
        while (DuesTable.Next(store, desk) is { } due && due <= message.PostedAt) await TickAt(due, cancellation);
        clock.StandAt(message.PostedAt);
        await receiver!.Receive([message.ToChatMessage(id => texts.GetValueOrDefault(id))]);
        Ids[new MessageId(Inbox.Last(store, desk).Value)] = message.Id;
        await Runner.Advance(cancellation);
    }

    private async Task TickAt(DateTimeOffset due, CancellationToken cancellation)
    {
        clock.StandAt(due);
        await Ticker.Tick(store, desk, clock.GetUtcNow());
        await Runner.Advance(cancellation);
    }
}
