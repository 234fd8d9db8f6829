using ChatIntake.Desk;
using ChatIntake.Host.Settings;
using ChatIntake.Journal;

namespace ChatIntake.Host.Cli;

/// <summary>For verbs that look at the desk's own store: opens it as the settings say, so the service must not be running.</summary>
internal static class DeskCommand
{
    public static Task<int> With(Func<IStore, DeskRunner, CancellationToken, Task<int>> run, CancellationToken cancellation) => StartUp.Guard(async () =>
    {
        await using var app = IntakeApp.Build(Clocks.Real());
        var desk = await IntakeApp.Desk(app);
        if (!desk.Rules.Versions.ContainsKey(RuleKinds.Model) || !desk.Rules.Versions.ContainsKey(RuleKinds.Lexicon))
            throw new InvalidDataException("这个专班还没有词库和分诊模型,也就没有历史可看:先用 chatintake serve 开始");
        return await run(app.Services.GetRequiredService<IStore>(), desk, cancellation);
    });
}
