using System.CommandLine;
using System.Globalization;
using ChatIntake.Chat;
using ChatIntake.History;

namespace ChatIntake.Host.Cli;

/// <summary><c>chatintake dial</c>: what each setting of triage's one dial (leaning in the desk's settings) would have cost by the desk's own history.</summary>
internal static class DialCommand
{
    public static Command Create()
    {
        var since = SinceOption.Create();
        var command = new Command("dial", "Show what each sensitivity of triage would have missed and filed falsely.") { since };
        command.SetAction((parsed, cancellation) => DeskCommand.With(
            async (store, desk, _) =>
            {
                var from = SinceOption.Of(parsed.GetValue(since), desk);
                var settings = new DeskPast(store, desk).Dial(from);
                var now = desk.Rules.Settings.Leaning;
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"自{from.InChina():yyyy年M月d日}起,按本专班自己的消息估算(人工更正过的按更正算);现在的 leaning 是 {now:0.##}:"));
                await Console.Out.WriteLineAsync("leaning  自动登记  预计漏掉  预计误登");
                foreach (var one in settings)
                    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{one.Leaning,7:+0.0;-0.0;0.0}{one.Reports,10}{one.Missed,10:0.0}{one.False,10:0.0}"));
                await Console.Out.WriteLineAsync("改法:在 data/desk/settings.json 里写 \"leaning\",再 chatintake rules import settings data/desk/settings.json;先看变化用 chatintake replay。");
                return 0;
            },
            cancellation));
        return command;
    }
}
