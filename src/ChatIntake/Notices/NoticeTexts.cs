using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ChatIntake.Desk;

namespace ChatIntake.Notices;

/// <summary>A text with slots such as <c>{编号}</c>; a piece in <c>[[ ]]</c> is left out where a slot in it has nothing to show.</summary>
public sealed record NoticeText(string Name, bool Markdown, string Text);

/// <summary>
/// What people see, from <c>data/texts</c>: each file holds sections <c>[template]</c> or <c>[template markdown]</c> followed by the text; lines that start
/// with <c>//</c> are remarks.
/// </summary>
public sealed partial class NoticeTexts
{
    private readonly FrozenDictionary<string, NoticeText> texts;

    private NoticeTexts(FrozenDictionary<string, NoticeText> texts) => this.texts = texts;

    public NoticeText this[string template] => texts[template];

    /// <summary>All templates that the program uses; a set of texts must have each.</summary>
    public static IReadOnlyList<string> Templates { get; } =
    [
        "receipt", "case.confirmed", "case.withdrawn", "case.raised", "case.critical", "case.unclaimed", "case.answered", "case.resolved", "case.dismissed", "case.urged", "case.escalated",
        "stranger.met", "group.met", "unsure", "unsure.talk", "unsure.filed", "unsure.question", "command.listed", "order", "order.withdrawn", "clock.missed",
        "clock.missed.group", "input.set-aside", "way.closed", "post.failed", "rule.refused",
        "done.accept", "done.claim", "done.dispatch", "done.sign", "done.answer", "done.resolve", "done.urge", "done.escalate", "done.dismiss", "why", "done.refile", "done.join",
        "done.merge", "done.pass", "done.confirm", "done.resume", "done.stop", "done.add-word", "done.remove-word", "done.undo",
        "query", "todo", "todo.none", "help", "line",
        "refused.unknown", "refused.no-right", "refused.illegal", "refused.no-case", "refused.needs-case", "refused.quote-no-case", "refused.quote-unknown", "refused.which-case",
        "refused.no-words", "refused.no-enterprise", "refused.no-department", "refused.top-level", "refused.needs-quote", "refused.needs-target", "refused.needs-message",
        "refused.quote-unheard", "refused.split-opener", "refused.no-topic", "refused.unsure-none", "refused.unsure-number", "refused.unsure-filed", "refused.unsure-gone",
        "refused.already", "refused.nothing-to-undo",
        "refused.undo-too-late", "refused.built-on", "refused.needs-word", "refused.bad-word", "refused.unknown-word",
        "daily", "daily.category", "daily.tier", "daily.unbalanced",
    ];

    /// <exception cref="RuleException">A section is missing, empty, given twice or unknown, its marks are not in pairs, or a slot is not one of <see cref="NoticeSlots.Names"/>; all findings at once.</exception>
    public static NoticeTexts Parse(IReadOnlyDictionary<string, string> files)
    {
        var found = new Dictionary<string, NoticeText>(StringComparer.Ordinal);
        var errors = new List<string>();
        foreach (var (file, content) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            foreach (var text in Sections(file, content, errors))
            {
                if (!Templates.Contains(text.Name)) errors.Add($"{file}:没有用到的文本“{text.Name}”");
                else if (!found.TryAdd(text.Name, text)) errors.Add($"{file}:文本“{text.Name}”写了两次");
                if (text.Text.Length == 0) errors.Add($"{file}:文本“{text.Name}”是空的");
                if (TextPieces.Fault(text.Text) is { } fault) errors.Add($"{file}:文本“{text.Name}”{fault}");
                foreach (var slot in Slots().Matches(text.Text).Select(m => m.Groups[1].Value).Where(s => !NoticeSlots.Names.Contains(s)))
                    errors.Add($"{file}:文本“{text.Name}”里的“{{{slot}}}”不认识");
            }
        errors.AddRange(Templates.Where(t => !found.ContainsKey(t)).Select(t => $"缺少文本“{t}”"));
        return errors.Count == 0 ? new NoticeTexts(found.ToFrozenDictionary(StringComparer.Ordinal)) : throw new RuleException(string.Join("\n", errors));
    }

    private static IEnumerable<NoticeText> Sections(string file, string content, List<string> errors)
    {
        string? name = null;
        var markdown = false;
        var lines = new List<string>();
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n').Where(l => !l.StartsWith("//", StringComparison.Ordinal)))
        {
            if (Header().Match(line) is { Success: true } header)
            {
                if (name is not null) yield return new NoticeText(name, markdown, string.Join('\n', lines).Trim('\n'));
                (name, markdown) = (header.Groups[1].Value, header.Groups[2].Success);
                lines.Clear();
            }
            else if (name is not null) lines.Add(line);
            else if (!string.IsNullOrWhiteSpace(line)) errors.Add($"{file}:“{line.Trim()}”不属于任何文本");
        }
        if (name is not null) yield return new NoticeText(name, markdown, string.Join('\n', lines).Trim('\n'));
    }

    [GeneratedRegex(@"^\[([a-z][a-z.-]*)( markdown)?\]\s*$")]
    private static partial Regex Header();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Slots();
}
