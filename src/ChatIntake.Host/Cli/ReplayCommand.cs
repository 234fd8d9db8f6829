using System.CommandLine;
using System.Globalization;
using System.Text;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.History;
using ChatIntake.Host.Settings;
using ChatIntake.Notices;
using ChatIntake.Segmentation;

namespace ChatIntake.Host.Cli;

/// <summary>
/// <c>chatintake replay --rules NEW --since DATE</c>: what new words, another model, other routes or another setting of the dial would have changed. Nothing is
/// changed by it.
/// </summary>
internal static class ReplayCommand
{
    private const int LongestText = 60;

    public static Command Create()
    {
        var rules = new Option<string>("--rules")
        {
            Description = "What is to be tried: a lexicon folder, a model file, a routes or settings file, or a folder laid out like data with some of these.", Required = true,
        };
        var since = SinceOption.Create();
        var command = new Command("replay", "Show what other rules would have made of the last month.") { rules, since };
        command.SetAction((parsed, cancellation) => DeskCommand.With(
            async (store, desk, _) =>
            {
                RuleBook proposed;
                try { proposed = Proposed(desk.Rules, parsed.GetRequiredValue(rules)); }
                catch (RuleException e)
                {
                    await Console.Error.WriteLineAsync(e.Message);
                    return 1;
                }
                await Show(new DeskPast(store, desk), desk.Rules, proposed, SinceOption.Of(parsed.GetValue(since), desk));
                return 0;
            },
            cancellation));
        return command;
    }

    /// <summary>Prints what the rules would have changed.</summary>
    internal static async Task Show(DeskPast past, RuleBook now, RuleBook proposed, DateTimeOffset since)
    {
        var result = past.Replay(proposed, since);
        int Count(ReplayDifference what) => result.Changes.Count(c => c.What == what);
        await Console.Out.WriteLineAsync(
            $"自{since.InChina():yyyy年M月d日}起 {result.Messages} 条消息:多登记 {Count(ReplayDifference.Gained)} 件,少登记 {Count(ReplayDifference.Lost)} 件,"
            + $"改类 {Count(ReplayDifference.Refiled)} 件,换归属 {Count(ReplayDifference.Joined)} 条,换单位 {Count(ReplayDifference.Routed)} 件。");
        if (result.Corrected > 0)
        {
            var before = past.Replay(now, since).Mended;
            await Console.Out.WriteLineAsync($"人工更正过 {result.Corrected} 条:新规则会自己判对 {result.Mended} 条,现行规则 {before} 条。");
        }
        foreach (var change in result.Changes) await Console.Out.WriteLineAsync(Line(change));
    }

    private static string Line(ReplayChange change)
    {
        var about = change.What switch
        {
            ReplayDifference.Gained => $"多登记 {change.After}" + (change.Before.Length > 0 ? $"(现在归在 {change.Before})" : ""),
            ReplayDifference.Lost => $"少登记 {change.Case} {change.Before}" + (change.After.Length > 0 ? $"(会归到 {change.After})" : ""),
            ReplayDifference.Refiled => $"改类 {change.Case} {change.Before} → {change.After}",
            ReplayDifference.Routed => $"换单位 {change.Case} {change.Before} → {(change.After.Length > 0 ? change.After : "无")}",
            _ => $"换归属 {(change.Before.Length > 0 ? change.Before : "不归案")} → {(change.After.Length > 0 ? change.After : "不归案")}",
        };
        var text = Phones.Mask(string.Join(' ', change.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        if (text.Length > LongestText) text = text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";
        return string.Create(CultureInfo.InvariantCulture, $"{change.PostedAt.InChina():MM-dd HH:mm}  {about}:{text}");
    }

    /// <exception cref="RuleException">Something is wrong with the documents; nothing was found at the path.</exception>
    private static RuleBook Proposed(RuleBook now, string path)
    {
        var documents = RuleFiles.Find(path);
        if (documents.Count == 0) throw new RuleException($"“{path}”里没有找到词库、分诊模型、派单目录或专班设置");
        return documents.Aggregate(now, (book, d) => book.With(d.Kind, book.Versions.GetValueOrDefault(d.Kind) + 1, Encoding.UTF8.GetBytes(d.Text), () => new Segmenter()));
    }
}
