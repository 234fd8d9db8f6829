using System.Diagnostics;
using System.Globalization;

namespace ChatIntake.Benchmarks.Contestants;

/// <summary>Times a contestant on .NET in the way that all contestants are timed; eng/README.md tells it.</summary>
internal static class Harness
{
    private static readonly Dictionary<string, Func<ICutter>> Cutters = new()
    {
        ["ours-spans"] = () => new OurSpans(),
        ["ours-strings"] = () => new OurStrings(),
        ["jieba.NET-strings"] = () => new JiebaNetStrings(),
        ["jieba.NET-offsets"] = () => new JiebaNetOffsets(),
    };

    /// <summary>
    /// Loads, tells what that took, and answers each line of standard input with the seconds of a pass over the text, by the clock and by the processor, the number of
    /// words, and the megabytes that had become resident when the text was first cut.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static int Run(string contestant, string text)
    {
        var lines = File.ReadAllText(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var before = ResidentMegabytes();
        var start = Stopwatch.GetTimestamp();
        var cutter = Cutters[contestant]();
        var load = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        cutter.Cut("工业企业复工复产");
        var first = Stopwatch.GetElapsedTime(start);
        Say($"{load.TotalMilliseconds:0.000}\t{first.TotalMilliseconds:0.000}");

        double? memory = null;
        while (Console.ReadLine() is { } go)
        {
            var (elapsed, processor, words) = Passes(cutter, lines, TimeSpan.FromMilliseconds(double.Parse(go, CultureInfo.InvariantCulture)));
            memory ??= ResidentMegabytes() - before;
            Say($"{elapsed.TotalSeconds:0.000000}\t{processor.TotalSeconds:0.000000}\t{words}\t{memory:0.0}");
        }
        return 0;
    }

    private static (TimeSpan Elapsed, TimeSpan Processor, long Words) Passes(ICutter cutter, string[] lines, TimeSpan least)
    {
        long tokens, passes = 0;
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        TimeSpan elapsed;
        do
        {
            tokens = 0;
            foreach (var line in lines) tokens += cutter.Cut(line);
            passes++;
            elapsed = Stopwatch.GetElapsedTime(start);
        }
        while (elapsed < least);
        return (elapsed / passes, (Environment.CpuUsage.TotalTime - processor) / passes, tokens);
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static double ResidentMegabytes()
    {
        GC.Collect();
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
