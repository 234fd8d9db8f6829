using System.CommandLine;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Host.Settings;
using ChatIntake.Journal;
using ChatIntake.Roster;
using Microsoft.Extensions.Options;

namespace ChatIntake.Host.Cli;

/// <summary>
/// <c>chatintake roster import FILE</c> and <c>chatintake rules import KIND PATH</c>: what is wrong is listed and nothing is changed; what is right takes effect. Opens the
/// store itself, so the service must not be running.
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
        return new Command("rules", "What the desk decides by.") { import };
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
        var settings = app.Services.GetRequiredService<IOptions<IntakeOptions>>().Value;
        var store = app.Services.GetRequiredService<IStore>();
        var desk = await IntakeApp.Desk(app);
        var before = desk.State.Rules.GetValueOrDefault(kind)?.Version ?? 0;
        await RuleImport.Import(store, new DeskId(settings.Desk.Id), kind, text, new RosterBinding(settings.Desk.Corp, Players: false), app.Services.GetRequiredService<Clocks>().Desk.GetUtcNow());
        await desk.Advance(cancellation);
        var after = desk.State.Rules.GetValueOrDefault(kind)?.Version ?? 0;
        await Console.Out.WriteLineAsync(after == before ? $"{kind}: nothing changed (version {after})." : $"{kind}: version {after} is in force.");
        return 0;
    });

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
