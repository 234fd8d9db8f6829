using System.CommandLine;
using ChatIntake.Desk;
using ChatIntake.Host.Settings;
using ChatIntake.Journal;
using ChatIntake.Roster;
using Microsoft.Extensions.Options;

namespace ChatIntake.Host.Cli;

/// <summary>
/// <c>chatintake roster import FILE</c> and <c>chatintake rules import KIND PATH</c>: what is wrong is listed and nothing is changed; what is right takes effect.
/// <c>chatintake rules back KIND</c> puts the document before back in force. Opens the store itself, so the service must not be running.
/// </summary>
internal static class RulesCommand
{
    public static Command CreateRoster()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The roster, see data/town/README.md." };
        var import = new Command("import", "Make the file the desk's roster.") { file };
        import.SetAction((parsed, cancellation) => Import(RuleKinds.Roster, parsed.GetRequiredValue(file).FullName, cancellation));
        return new Command("roster", "Who is who.") { import };
    }

    public static Command CreateRules()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", RuleKinds.All) };
        kind.AcceptOnlyFromAmong([.. RuleKinds.All]);
        var path = new Argument<string>("PATH") { Description = "The file, or for lexicon and texts the folder." };
        var import = new Command("import", "Make the file the desk's rule.") { kind, path };
        import.SetAction((parsed, cancellation) => Import(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(path), cancellation));
        return new Command("rules", "What the desk decides by.") { import, CreateBack() };
    }

    private static Command CreateBack()
    {
        var kind = new Argument<string>("KIND") { Description = string.Join(", ", RuleKinds.All.Remove(RuleKinds.Roster)) };
        kind.AcceptOnlyFromAmong([.. RuleKinds.All.Remove(RuleKinds.Roster)]);
        var back = new Command("back", "Put the document that was in force before back in force.") { kind };
        back.SetAction((parsed, cancellation) => StartUp.Guard(async () =>
        {
            await using var app = IntakeApp.Build(Clocks.Real());
            var desk = await IntakeApp.Desk(app);
            var name = parsed.GetRequiredValue(kind);
            if (RuleImport.Before(app.Services.GetRequiredService<IStore>(), desk.Desk, name) is { } text) return await PutInForce(app, desk, name, text, cancellation);
            await Console.Error.WriteLineAsync($"{RuleKinds.Name(name)}没有更早的版本可以恢复");
            return 1;
        }));
        return back;
    }

    private static Task<int> Import(string kind, string path, CancellationToken cancellation) => StartUp.Guard(async () =>
    {
        var text = RuleFiles.ReadOne(kind, path);
        if (Problems(kind, text) is { Count: > 0 } problems)
        {
            foreach (var problem in problems) await Console.Error.WriteLineAsync(problem);
            return 1;
        }
        await using var app = IntakeApp.Build(Clocks.Real());
        return await PutInForce(app, await IntakeApp.Desk(app), kind, text, cancellation);
    });

    private static async Task<int> PutInForce(WebApplication app, DeskRunner desk, string kind, string text, CancellationToken cancellation)
    {
        var corp = app.Services.GetRequiredService<IOptions<IntakeOptions>>().Value.Desk.Corp;
        var before = desk.State.Rules.GetValueOrDefault(kind)?.Version ?? 0;
        await RuleImport.Import(app.Services.GetRequiredService<IStore>(), desk.Desk, kind, text, new RosterBinding(corp, Players: false), app.Services.GetRequiredService<Clocks>().Desk.GetUtcNow());
        await desk.Advance(cancellation);
        var after = desk.State.Rules.GetValueOrDefault(kind)?.Version ?? 0;
        await Console.Out.WriteLineAsync(after == before ? $"{kind}: nothing changed (version {after})." : $"{kind}: version {after} is in force.");
        return 0;
    }

    /// <summary>What is wrong with a rule's text, a line each.</summary>
    internal static IReadOnlyList<string> Problems(string kind, string text)
    {
        if (kind == RuleKinds.Roster) return RosterFileReader.Read(text) is var reading ? [.. reading.Errors, .. reading.File is null ? reading.Warnings : []] : [];
        try
        {
            DecideRule.Check(kind, text);
            return [];
        }
        catch (RuleException e)
        {
            return e.Message.Split('\n');
        }
    }
}
