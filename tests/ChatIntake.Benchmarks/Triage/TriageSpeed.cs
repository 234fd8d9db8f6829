using System.Diagnostics;
using System.Globalization;
using ChatIntake.Desk;
using ChatIntake.Segmentation;
using ChatIntake.Triage;
using ChatIntake.Triage.Training;

namespace ChatIntake.Benchmarks.Triage;

/// <summary>How many messages triage judges in a second on one core, state included: whole chats, each verdict taken at its word before the next message.</summary>
internal static class TriageSpeed
{
    private const double Bar = 50_000;

    // Until the compiler has made its best of the code.
    private const int WarmUp = 4;

    /// <summary>Plays the training chat of a data folder <paramref name="rounds"/> times after a warm-up and prints the median; 0 where the bar is met.</summary>
    public static int Run(string data, int rounds)
    {
        var lexicon = RuleDocuments.ParseLexicon(RuleDocuments.Join(Directory.EnumerateFiles(Path.Combine(data, "lexicon"), "*.txt").Select(f => KeyValuePair.Create(Path.GetFileName(f), File.ReadAllText(f)))));
        var model = RuleDocuments.ParseModel(File.ReadAllText(Path.Combine(data, "model", "triage.txt")));
        var folder = Path.Combine(data, "training");
        var chats = TrainingFolder.Towns(folder).Select(t => TrainingFolder.Read(folder, t)).Where(c => !c.Loose)
            .Select(c => (Chat: c, Rules: new TriageRules(new ReadingRules(lexicon, new Segmenter(), DomainWords.Of(c.Roster)), model))).ToList();
        var messages = chats.Sum(c => c.Chat.Messages.Count);
        var speeds = new List<double>();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            var (started, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            foreach (var (chat, rules) in chats) Play(chat, new Triager(rules));
            // Time in which a busy machine gave the core to others does not count.
            var seconds = Math.Min(Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
            var speed = messages / seconds;
            if (round >= WarmUp) speeds.Add(speed);
        }
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / messages / (WarmUp + rounds);
        speeds.Sort();
        var median = speeds[speeds.Count / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"triage, one core, state included: {median:N0} messages a second ({1e6 / median:0.0} us each; {speeds[0]:N0} to {speeds[^1]:N0} in {rounds} rounds of {messages:N0}; {allocated:N0} bytes each); bar {Bar:N0}"));
        return median >= Bar ? 0 : 1;
    }

    private static void Play(LabelledChat chat, Triager triager)
    {
        var conversation = new Conversation(chat.Roster);
        foreach (var message in chat.Messages)
        {
            var verdict = message.Command
                ? new Verdict { Kind = VerdictKind.Reply }
                : triager.Judge(message.Heard, conversation.Scene(message.Heard.PostedAt));
            conversation.Hear(message.Heard, verdict, message.Command);
        }
    }
}
