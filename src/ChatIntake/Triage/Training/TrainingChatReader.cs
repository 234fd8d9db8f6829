using System.Globalization;
using System.Text.RegularExpressions;
using ChatIntake.Chat;
using ChatIntake.Roster;

namespace ChatIntake.Triage.Training;

/// <summary>Reads a town of the training chat; the format is described in <c>data/training/README.md</c>.</summary>
internal sealed partial class TrainingChatReader
{
    private readonly List<Enterprise> firms = [];
    private readonly Dictionary<string, EnterpriseId> shorts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemberId> members = new(StringComparer.Ordinal);
    private readonly List<MemberId> bureau = [];
    private readonly List<Commissioner> commissioners = [];
    private readonly List<Department> departments = [];
    private readonly List<MemberId> others = [];
    private readonly Dictionary<string, GroupId> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MessageId> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MessageId> problems = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> texts = [];
    private readonly List<Draft> drafts = [];
    private DateOnly day;
    private GroupId group;
    private bool loose;

    private sealed class Draft
    {
        public required Heard Heard { get; init; }
        public required SenderRole Role { get; init; }
        public VerdictKind? Kind { get; set; }
        public bool Command { get; set; }
        public MessageId? Problem { get; set; }
        public List<Problem> Problems { get; } = [];
        public bool Special { get; set; }
        public EnterpriseId? Enterprise { get; set; }
        public string? Common { get; set; }
        public Urgency? RaisedTo { get; set; }
    }

    /// <summary>The chat of one file.</summary>
    /// <exception cref="FormatException">A line is not as the format says; the message names it.</exception>
    internal static LabelledChat Read(string name, IEnumerable<string> lines) => new TrainingChatReader().ReadAll(name, lines);

    private LabelledChat ReadAll(string name, IEnumerable<string> lines)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            try
            {
                if (line.Length == 0 || line[0] == '#') continue;
                if (line.StartsWith("  ", StringComparison.Ordinal)) Label(drafts[^1], line.Trim());
                else if (line.StartsWith("== ", StringComparison.Ordinal)) Day(line);
                else if (MessageLine().Match(line) is { Success: true } message) Message(message);
                else Header(line);
            }
            catch (Exception e) when (e is KeyNotFoundException or ArgumentException or FormatException or InvalidOperationException or IndexOutOfRangeException)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{name}:{number}: {e.Message}"), e);
            }
        }
        var roster = new DeskRoster
        {
            Enterprises = [.. firms.Select(f => f with { Members = [.. membersOf.Where(m => m.Firm == f.Id).Select(m => m.Member)] })],
            Bureau = bureau, Commissioners = commissioners, Departments = departments, Others = others,
        };
        return new LabelledChat(name, roster, [.. drafts.Select(Done)]) { Loose = loose };
    }

    private readonly List<(MemberId Member, EnterpriseId Firm)> membersOf = [];

    private void Header(string line)
    {
        var (kind, rest) = line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at ? (line[..at], line[(at + 1)..].Trim()) : (line, "");
        var parts = rest.Split('|', StringSplitOptions.TrimEntries);
        switch (kind)
        {
            case "town": break;
            case "loose": loose = true; break;
            case "firm":
                var firm = new Enterprise
                {
                    Id = new EnterpriseId(firms.Count + 1), Key = parts[0], Name = parts[0],
                    Aliases = [.. parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], Place = parts[2], Industry = parts[3],
                };
                firms.Add(firm);
                foreach (var alias in firm.Aliases) shorts[alias] = firm.Id;
                break;
            case "member":
                var equals = rest.LastIndexOf(" = ", StringComparison.Ordinal);
                membersOf.Add((Member(rest[..equals].Trim()), shorts[rest[(equals + 3)..].Trim()]));
                break;
            case "bureau": bureau.Add(Member(rest)); break;
            case "commissioner":
                commissioners.Add(new Commissioner { Key = rest, Member = Member(rest) });
                break;
            case "department":
                departments.Add(new Department { Id = new DepartmentId(departments.Count + 1), Key = parts[0], Name = parts[0] });
                break;
            case "other": others.Add(Member(rest)); break;
            default: throw new FormatException($"no such line: {kind}");
        }
    }

    private MemberId Member(string name) => members.TryGetValue(name, out var id) ? id : members[name] = new MemberId(members.Count + 1);

    private void Day(string line)
    {
        day = DateOnly.ParseExact(line.AsSpan(3, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = line[13..].Trim();
        if (!groups.TryGetValue(name, out group)) groups[name] = group = new GroupId(groups.Count + 1);
    }

    private void Message(Match match)
    {
        var sender = members[match.Groups["sender"].Value];
        var text = match.Groups["text"].Value.Replace("\\n", "\n", StringComparison.Ordinal);
        var id = new MessageId(drafts.Count + 1);
        var mine = membersOf.Where(m => m.Member == sender).Select(m => m.Firm).ToList();
        var role = bureau.Contains(sender) ? SenderRole.Bureau : commissioners.Exists(c => c.Member == sender) ? SenderRole.Commissioner
            : mine.Count > 0 ? SenderRole.Enterprise : SenderRole.Other;
        MessageId? quote = match.Groups["quote"].Success ? named[match.Groups["quote"].Value] : null;
        if (match.Groups["name"].Success) named[match.Groups["name"].Value] = id;
        texts[id.Value] = text;
        drafts.Add(new Draft
        {
            Role = role,
            Heard = new Heard
            {
                Id = id, Group = group, Sender = sender, Role = role, Enterprises = mine,
                PostedAt = day.AtInChina(TimeOnly.ParseExact(match.Groups["time"].ValueSpan, "HH:mm", CultureInfo.InvariantCulture)),
                Type = text == "[图片]" || text == "[视频]" ? MessageType.Image : text.StartsWith("[文件]", StringComparison.Ordinal) ? MessageType.File : MessageType.Text,
                Text = text, Quote = quote, QuoteText = quote is { } q ? texts[q.Value] : null,
            },
            Enterprise = mine.Count > 0 ? mine[0] : null,
        });
    }

    private void Label(Draft draft, string label)
    {
        var words = label.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words[0] == "cmd") draft.Command = true;
        else if (words[0] == "also") draft.Problems.Add(ProblemOf(words[1], words[2]));
        else if (words[0] is "notice" or "question" or "reply" or "chat")
            draft.Kind ??= words[0] switch { "notice" => VerdictKind.Notice, "question" => VerdictKind.Question, "reply" => VerdictKind.Reply, _ => VerdictKind.Chat };
        else if (words[0][0] == 'R')
        {
            draft.Kind = VerdictKind.Report;
            draft.Problem = problems[words[0][1..]] = draft.Heard.Id;
            draft.Problems.Insert(0, ProblemOf(words[1], words[2]));
            foreach (var word in words.Skip(3))
            {
                if (word == "special") draft.Special = true;
                else if (word.StartsWith("common:", StringComparison.Ordinal)) draft.Common = word[7..];
                else if (word.StartsWith("for:", StringComparison.Ordinal)) draft.Enterprise = shorts[word[4..]];
            }
        }
        else
        {
            var (kind, number) = words[0][0] == '+' ? (VerdictKind.Addition, words[0][1..]) : (words[0] == "ok" ? VerdictKind.Resolution : VerdictKind.Withdrawal, words[1]);
            if (draft.Kind is null or VerdictKind.Addition) (draft.Kind, draft.Problem) = (kind, problems[number]);
            if (kind == VerdictKind.Addition && words.Length > 1) draft.RaisedTo = Pressing(words[1]);
        }
    }

    private static Problem ProblemOf(string topic, string urgency)
    {
        var name = topic[(topic.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return new Problem(TopicCatalogue.Find(name) ?? throw new FormatException($"no topic {topic}"), Pressing(urgency));
    }

    private static Urgency Pressing(string word) => Enum.Parse<Urgency>(word, ignoreCase: true);

    private static LabelledMessage Done(Draft draft) => new()
    {
        Heard = draft.Heard,
        Kind = draft.Kind ?? (draft.Role is SenderRole.Bureau or SenderRole.Commissioner ? VerdictKind.Reply : VerdictKind.Chat),
        Command = draft.Command, Problem = draft.Problem, Problems = draft.Problems, Special = draft.Special, Enterprise = draft.Enterprise,
        Common = draft.Common, RaisedTo = draft.RaisedTo,
    };

    [GeneratedRegex(@"^(?<time>\d\d:\d\d) (?<sender>.+?)(?: #(?<name>\w+))?(?: >(?<quote>\w+))?: (?<text>.*)$")]
    private static partial Regex MessageLine();
}
