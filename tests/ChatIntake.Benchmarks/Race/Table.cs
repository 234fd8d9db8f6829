using System.Globalization;

namespace ChatIntake.Benchmarks.Race;

/// <summary>The figures of all contestants side by side, and whether ours is as much faster than the fastest peer as it has to be.</summary>
internal sealed class Table(IReadOnlyList<Standing> standings, double megabytes)
{
    /// <summary>How many times the speed of the fastest peer ours has to reach.</summary>
    private static readonly Dictionary<Out, double> Bars = new() { [Out.Strings] = 4.5, [Out.Spans] = 6 };

    /// <summary>How many times the slowest pass of ours may take the time of the fastest before the figures are called doubtful.</summary>
    private const double Steady = 1.5;

    private readonly List<Standing> _placed = [.. standings.Where(s => s.Failure is null).OrderBy(s => s.Entry.Out).ThenByDescending(s => s.Speed(megabytes))];

    /// <summary>Prints the table and the bars.</summary>
    /// <returns>0 when every bar is reached, 1 when one is missed, 2 when there is nothing to compare.</returns>
    public int Print()
    {
        Line("contestant", "out", "MB/s", "lowest", "highest", "ours is", "words", "load ms", "first ms", "memory MB");
        foreach (var s in _placed)
        {
            Line(s.Entry.Name, Name(s.Entry.Out), Number(s.Speed(megabytes)), Number(megabytes / s.Passes.Max()), Number(megabytes / s.Passes.Min()), Ratio(s),
                s.Words.ToString(CultureInfo.InvariantCulture), Number(Standing.Median(s.Loads)), Number(Standing.Median(s.Firsts)), Number(s.Memory));
        }
        foreach (var s in standings.Where(s => s.Failure is not null)) Console.WriteLine($"{s.Entry.Name}: skipped, {s.Failure}");
        Console.WriteLine();
        if (_placed.Any(s => s.Entry.Ours && s.Passes.Max() > s.Passes.Min() * Steady)) Console.WriteLine("The machine was busy: passes of one contestant differ much. Measure again when it is quiet.");
        return Bars.Keys.Select(Judge).Max();
    }

    private int Judge(Out kind)
    {
        if (Ours(kind) is not { } ours || Fastest(kind) is not { } peer)
        {
            Console.WriteLine($"{Name(kind)} out: {(Ours(kind) is null ? "ours could not be run" : "no peer could be run")}.");
            return 2;
        }
        var times = ours.Speed(megabytes) / peer.Speed(megabytes);
        var reached = times >= Bars[kind];
        Console.WriteLine(FormattableString.Invariant(
            $"{Name(kind)} out: ours is {times:0.00} times as fast as the fastest peer, {peer.Entry.Name}; the bar is {Bars[kind]}: {(reached ? "reached" : "missed")}."));
        return reached ? 0 : 1;
    }

    private Standing? Ours(Out kind) => _placed.Find(s => s.Entry.Ours && s.Entry.Out == kind);

    private Standing? Fastest(Out kind) => _placed.Find(s => !s.Entry.Ours && s.Entry.Out == kind);

    private string Ratio(Standing peer) =>
        peer.Entry.Ours || Ours(peer.Entry.Out) is not { } ours ? "" : FormattableString.Invariant($"{ours.Speed(megabytes) / peer.Speed(megabytes):0.00} x");

    internal static string Name(Out kind) => kind == Out.Strings ? "strings" : "spans";

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static void Line(string name, string kind, params string[] columns) =>
        Console.WriteLine($"{name,-24}{kind,-8}{string.Concat(columns.Select(c => c.PadLeft(10)))}");
}
