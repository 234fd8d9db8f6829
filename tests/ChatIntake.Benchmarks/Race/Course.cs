using System.ComponentModel;

namespace ChatIntake.Benchmarks.Race;

/// <summary>
/// Lets the contestants cut the same text in turns, one at a time. Each is a process that lives through all rounds, so that it is warm and a busy machine hits all
/// alike; the table goes by medians.
/// </summary>
internal sealed class Course(double megabytes)
{
    private const int Starts = 3;

    private const int WarmUps = 6;

    /// <summary>Milliseconds that a contestant cuts in one turn, at least.</summary>
    private const int Turn = 600;

    /// <summary>Megabytes a second below which a contestant is warmed up by one pass and joins in every third round only.</summary>
    private const double Slow = 5;

    /// <summary>Runs the race of the entries and prints the table.</summary>
    /// <returns>The exit code: 0 when ours is as much faster than all peers as it has to be.</returns>
    public static int Run(string entries, string text, int rounds)
    {
        var megabytes = File.ReadAllBytes(text).Count(b => b != (byte)'\n') / 1e6;
        var standings = Entry.Read(entries).ConvertAll(entry => new Standing(entry));
        new Course(megabytes).Run(standings, rounds);
        return new Table(standings, megabytes).Print();
    }

    private void Run(List<Standing> standings, int rounds)
    {
        var runners = new Dictionary<Standing, Runner>();
        try
        {
            foreach (var standing in standings.Where(s => s.Failure is null)) Try(standing, () => runners[standing] = Start(standing));
            for (var round = 0; round < rounds; round++)
            {
                Console.Error.WriteLine($"Round {round + 1} of {rounds}");
                foreach (var (standing, runner) in runners.Where(r => r.Key.Failure is null && (round % 3 == 0 || !IsSlow(r.Key))))
                    Try(standing, () => standing.Passes.Add(Pass(standing, runner)));
            }
        }
        finally
        {
            foreach (var runner in runners.Values) runner.Dispose();
        }
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

    private Runner Start(Standing standing)
    {
        Console.Error.WriteLine($"Starting {standing.Entry.Name}, {Table.Name(standing.Entry.Out)}");
        for (var start = 1; start < Starts; start++)
            using (var runner = new Runner(standing.Entry.Command)) Load(standing, runner);

        var last = new Runner(standing.Entry.Command);
        try
        {
            Load(standing, last);
            for (var i = 0; i < WarmUps && !IsSlow(standing); i++) standing.Rough = Pass(standing, last);
            return last;
        }
        catch
        {
            last.Dispose();
            throw;
        }
    }

    private static void Load(Standing standing, Runner runner)
    {
        var (load, first) = runner.Ready();
        standing.Loads.Add(load);
        standing.Firsts.Add(first);
    }

    private static double Pass(Standing standing, Runner runner)
    {
        var (seconds, words, memory) = runner.Go(Turn);
        if (standing.Words != 0 && standing.Words != words) throw new InvalidOperationException($"found {standing.Words} words, then {words}");
        standing.Words = words;
        standing.Memory = memory;
        return seconds;
    }

    private bool IsSlow(Standing standing) => standing.Rough > megabytes / Slow;
}
