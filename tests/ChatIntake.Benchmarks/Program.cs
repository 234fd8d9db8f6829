using BenchmarkDotNet.Running;
using ChatIntake.Benchmarks.Contestants;
using ChatIntake.Benchmarks.Race;
using ChatIntake.Benchmarks.Texts;

// The verbs serve eng/bench-segmentation.sh; anything else is for BenchmarkDotNet.
switch (args)
{
    case ["text", var root, var into]:
        Console.WriteLine(SampleText.Write(root, into));
        return 0;
    case ["check", var from, var into]:
        Console.WriteLine(GivenText.Write(from, into));
        return 0;
    case ["time", var contestant, var text]:
        return Harness.Run(contestant, text);
    case ["race", var entries, var text, var rounds]:
        return Course.Run(entries, text, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
