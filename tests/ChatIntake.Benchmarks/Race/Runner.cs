using System.Diagnostics;
using System.Globalization;

namespace ChatIntake.Benchmarks.Race;

/// <summary>A contestant's process. It says what loading took, then cuts the text whenever it is told to.</summary>
internal sealed class Runner : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _complaints = [];

    public Runner(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, e) =>
        {
            lock (_complaints) if (!string.IsNullOrWhiteSpace(e.Data)) _complaints.Add(e.Data.Trim());
        };
        _process.BeginErrorReadLine();
    }

    /// <summary>Milliseconds to load, and milliseconds for the first line.</summary>
    /// <exception cref="InvalidOperationException">The contestant failed.</exception>
    public (double Load, double First) Ready()
    {
        var numbers = Answer(2);
        return (numbers[0], numbers[1]);
    }

    /// <summary>
    /// Seconds of one pass over the text, the mean of as many as fill the time; the number of words; the megabytes that loading and the first turn made resident.
    /// The seconds are those of the clock or those of the processor, whichever are fewer: time in which other programs had the core does not count, and neither do
    /// threads that help with the garbage.
    /// </summary>
    /// <param name="least">The time, in milliseconds; one pass at least.</param>
    /// <exception cref="InvalidOperationException">The contestant failed.</exception>
    public (double Seconds, long Words, double Memory) Go(int least)
    {
        _process.StandardInput.WriteLine(least.ToString(CultureInfo.InvariantCulture));
        _process.StandardInput.Flush();
        var numbers = Answer(4);
        return (Math.Min(numbers[0], numbers[1]), (long)numbers[2], numbers[3]);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(TimeSpan.FromSeconds(5))) _process.Kill();
        }
        _process.Dispose();
    }

    private double[] Answer(int count)
    {
        var parts = _process.StandardOutput.ReadLine()?.Split('\t') ?? [];
        if (parts.Length == count) return [.. parts.Select(p => double.Parse(p, CultureInfo.InvariantCulture))];
        if (parts.Length == 0) _process.WaitForExit();
        lock (_complaints) throw new InvalidOperationException(_complaints.FirstOrDefault() ?? $"answered '{string.Join(' ', parts)}'");
    }
}
