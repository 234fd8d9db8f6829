using System.CommandLine;
using ChatIntake.Host.Cli;
using ChatIntake.Host.Demo;

var root = new RootCommand("ChatIntake: what enterprises say in the group becomes tracked cases.")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    TriageCommand.Create(),
    SegmentCommand.Create(),
    TrainCommand.Create(),
    ClassifyCommand.Create(),
    ReplayCommand.Create(),
    DialCommand.Create(),
    RulesCommand.CreateRoster(),
    RulesCommand.CreateRules(),
};
return await root.Parse(args).InvokeAsync();
