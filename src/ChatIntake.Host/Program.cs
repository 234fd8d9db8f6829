using System.CommandLine;
using ChatIntake.Host.Cli;

var root = new RootCommand("ChatIntake: what enterprises say in the group becomes tracked cases.")
{
    TriageCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
