using System.ComponentModel;
using System.Text;

namespace ChatIntake.Benchmarks.Race;

/// <summary>
/// Lets the contestants cut the same text in turns, one at a time. Each is a process that lives through all rounds, so that it is warm and a busy machine hits all
/// alike; the table goes by medians.
/// </summary>
internal static class Course
{
    private const int Starts = 3;

    private const int WarmUps = 4;

    /// <summary>Milliseconds that a contestant cuts in one turn, at least.</summary>
    private const int Turn = 400;

    /// <summary>Seconds of a pass beyond which a contestant is warmed up once and joins in every third round only.</summary>
    private const double Slow = 3;

    /// <summary>Runs the race and prints the table.</summary>
    /// <returns>The exit code: 0 when ours is as much faster than all peers as it has to be.</returns>
    public static int Run(string entries, string text, int rounds)
    {
        var standings = Entry.Read(entries).ConvertAll(entry => new Standing(entry));
        var runners = new Dictionary<Standing, Runner>();
        try
        {
            foreach (var standing in standings.Where(s => s.Failure is null)) Try(standing, () => runners[standing] = Start(standing));
            for (var round = 0; round < rounds; round++)
            {
                Console.Error.WriteLine($"Round {round + 1} of {rounds}");
                foreach (var (standing, runner) in runners)
                    if (standing.Failure is null && (round % 3 == 0 || standing.Rough < Slow)) Try(standing, () => standing.Passes.Add(Pass(standing, runner)));
            }
        }
        finally
        {
            foreach (var runner in runners.Values) runner.Dispose();
        }
        return new Table(standings, Megabytes(text)).Print();
    }

    private static void Try(Standing standing, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or IOException)
        {
            standing.Failure = $"failed: {e.Message}";
        }
    }

    private static Runner Start(Standing standing)
    {
        Console.Error.WriteLine($"Starting {standing.Entry.Name}");
        for (var start = 1; ; start++)
        {
            var runner = new Runner(standing.Entry.Command);
            var (load, first, memory) = runner.Ready();
            standing.Loads.Add(load);
            standing.Firsts.Add(first);
            standing.Memories.Add(memory);
            if (start == Starts)
            {
                WarmUp(standing, runner);
                return runner;
            }
            runner.Dispose();
        }
    }

    private static void WarmUp(Standing standing, Runner runner)
    {
        for (var i = 0; i < WarmUps && standing.Rough < Slow; i++) standing.Rough = Pass(standing, runner);
    }

    private static double Pass(Standing standing, Runner runner)
    {
        var (seconds, words) = runner.Go(Turn);
        if (standing.Words != 0 && standing.Words != words) throw new InvalidOperationException($"found {standing.Words} words, then {words}");
        standing.Words = words;
        return seconds;
    }

    private static double Megabytes(string text) => File.ReadLines(text).Sum(Encoding.UTF8.GetByteCount) / 1e6;
}
