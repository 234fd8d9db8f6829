using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using ChatIntake.Benchmarks.Contestants;
using ChatIntake.Benchmarks.Race;
using ChatIntake.Benchmarks.Texts;
using ChatIntake.Benchmarks.Triage;

// The verbs serve eng/bench-segmentation.sh and eng/bench-triage.sh; anything else is for BenchmarkDotNet.
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
        return Course.Run(entries, text, int.Parse(rounds, CultureInfo.InvariantCulture));
    case ["triage", var data, var rounds]:
        return TriageSpeed.Run(data, int.Parse(rounds, CultureInfo.InvariantCulture));
    default:
        // It builds all anew for each job. The analyzers have seen the code before, and a busy machine needs more than the two minutes that it grants.
        var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10))
            .AddJob(Job.Default.WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")]).AsMutator());
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
        return 0;
}
