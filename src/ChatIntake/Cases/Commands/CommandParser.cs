using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ChatIntake.Chat;

namespace ChatIntake.Cases.Commands;

/// <summary>One command of a message. <paramref name="Start"/> and <paramref name="Length"/> are the span of its arguments in the message's text.</summary>
public sealed record ParsedCommand(CommandRow Row, ImmutableArray<CaseId> Cases, int Start, int Length);

/// <summary>
/// What a message says to the bot: commands; or nothing that could be read, with the verbs that come nearest.
/// <paramref name="OtherLetters"/> counts the letters beside the mention and the verbs.
/// <paramref name="Mentioned"/> is true where the bot is named, which makes even unreadable words an instruction.
/// </summary>
public sealed record Instruction(ImmutableArray<ParsedCommand> Commands, ImmutableArray<string> Nearest, bool Mentioned, int OtherLetters);

/// <summary>Reads commands as people type them: anywhere after the mention, numbers before or after the verb, several in one message.</summary>
public static partial class CommandParser
{
    /// <summary>What the message instructs, or null where it does not address the bot at all.</summary>
    public static Instruction? Parse(string text, string botName)
    {
        var (blanked, mentioned, end) = Mention.Blank(text, botName, CommandTable.StartsWithVerb);
        var trimmed = blanked.TrimStart();
        var prefixed = !mentioned && trimmed.Length > 1 && trimmed[0] is '#' or '/';
        if (!mentioned && !prefixed) return null;

        // What follows the first mention is meant for the bot; where that says nothing, what stands before it.
        var start = mentioned && !string.IsNullOrWhiteSpace(blanked[end..]) ? end : 0;
        var commands = Commands(blanked, start) is { Length: > 0 } found ? found : Commands(blanked, 0);
        if (commands.Length > 0) return new Instruction(commands, [], mentioned, OtherLetters(blanked, commands));
        var nearest = NearestVerbs.To(blanked[start..]);
        // "#统计 本周" is meant for the bot though it knows no such verb; a sign-up (#接龙), a number (#12) and a topic (#复工#) are not.
        var meant = prefixed && char.IsLetter(trimmed[1]) && !trimmed.AsSpan(1).StartsWith("接龙") && !trimmed.AsSpan(1).Contains('#');
        return mentioned || nearest.Length > 0 || meant ? new Instruction([], nearest, mentioned, OtherLetters(blanked, [])) : null;
    }

    private static ImmutableArray<ParsedCommand> Commands(string text, int start)
    {
        var verbs = new List<(int At, int Length, CommandRow Row)>();
        for (var at = start; at < text.Length; at++)
        {
            if (Verb(text, at, start) is not { } found) continue;
            verbs.Add((at, found.Word.Length, found.Row));
            at += found.Word.Length - 1;
            if (found.Row.TakesLine) at = LineEnd(text, at + 1) - 1;
        }
        if (verbs.Count == 0) return [];

        // Numbers before the first verb, and those given to an earlier command, count for commands that name none.
        var inherited = Numbers(text[start..verbs[0].At]);
        var commands = new List<ParsedCommand>();
        for (var i = 0; i < verbs.Count; i++)
        {
            var from = verbs[i].At + verbs[i].Length;
            var to = i + 1 < verbs.Count ? verbs[i + 1].At : text.Length;
            if (verbs[i].Row.TakesLine) to = Math.Min(to, LineEnd(text, from));
            var (own, argumentsAt) = OwnNumbers(text, from, to, verbs[i].Row);
            if (!own.IsEmpty) inherited = own;
            commands.Add(new ParsedCommand(verbs[i].Row, own.IsEmpty ? inherited : own, argumentsAt, Math.Max(0, to - argumentsAt)));
        }
        return [.. commands];
    }

    private static int OtherLetters(string text, ImmutableArray<ParsedCommand> commands) =>
        Math.Max(0, text.Count(c => char.IsLetter(c) && c != '号') - commands.Sum(c => c.Row.Name.Length));

    private static (string Word, CommandRow Row)? Verb(string text, int at, int start)
    {
        var afterLetter = at > start && char.IsLetter(text[at - 1]) && text[at - 1] != '号';
        if (afterLetter) return null;
        foreach (var (word, row) in CommandTable.ByWord)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) continue;
            // The one verb of one character begins many other words: 转运, 转账, 转产.
            var next = at + word.Length < text.Length ? text[at + word.Length] : ' ';
            if (word.Length > 1 || !"运账型移让产发载弯岗正向化眼告达送接机动变学制身折包".Contains(next, StringComparison.Ordinal)) return (word, row);
        }
        return null;
    }

    // Free words begin after the numbers that lead them; elsewhere numbers count wherever they stand, heads of people apart.
    private static (ImmutableArray<CaseId> Cases, int ArgumentsAt) OwnNumbers(string text, int from, int to, CommandRow row)
    {
        var arguments = text[from..to];
        if (row.Arguments == Arguments.Words)
        {
            var lead = LeadingNumbers().Match(arguments);
            return (Numbers(lead.Value), from + lead.Length);
        }
        if (row.Arguments is Arguments.EnterpriseAndPeople or Arguments.Terms) return ([], from);
        return (Numbers(arguments), from);
    }

    private static ImmutableArray<CaseId> Numbers(string text) =>
    [
        .. CaseNumbers().Matches(text).Select(m => new CaseId(long.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture))).Distinct(),
    ];

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end : text.Length;

    // A number that stands for itself, or is marked by # or 号. One that goes on as a time, a decimal, a plate or a quantity is none: of what people measure
    // with one character, those are left out that begin the name of an office (人社局, 天然气公司).
    [GeneratedRegex(
        @"(?:#\s*|(?<=[和及与跟])|(?<![\w.\-/])(?<![0-9]:))(?<n>[0-9]{1,9})(?:(?<=#\s*[0-9]+)(?![0-9])|号(?![门楼线炉机库路罐仓])" +
        @"|(?=\s|$|[,、;。]|[.:](?![0-9])|[和及与跟]\s*#?[0-9]" +
        @"|(?!小时|分钟|人(?![社力民])|车(?![管务])|天(?!然)|分(?!局)|[台吨辆家个月日点时万元只名条件批次级间套箱])\p{IsCJKUnifiedIdeographs}{2}))")]
    private static partial Regex CaseNumbers();

    [GeneratedRegex(
        @"^[\s,、:]*(?:(?:#\s*[0-9]{1,9}(?![0-9])|[0-9]{1,9}号?(?=\s|$|[,、;。]|:(?![0-9])|[和及与跟]\s*#?[0-9]))[\s,、:;。]*(?:[和及与跟]\s*(?=#?[0-9]))?)*")]
    private static partial Regex LeadingNumbers();
}
