using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Tests.Desk;
using ChatIntake.Triage;

namespace ChatIntake.Tests.Triage;

/// <summary>A made-up group in which tests speak; verdicts become cases as a desk would make them.</summary>
internal sealed class Conversation
{
    private static readonly Lazy<TriageRules> Delivered = new(() => new TriageRules(new ReadingRules(Parse(DeliveredFiles()), new Segmenter()), RuleDocuments.ParseModel(TestRules.Model())));

    private readonly Triager triager = new(Rules);
    private readonly List<KnownCase> cases = [];
    private readonly List<PastMessage> recent = [];
    private DateTimeOffset now = new(2021, 6, 15, 9, 0, 0, TimeSpan.FromHours(8));
    private long next;

    internal static readonly MemberId Glass = new(1), Paper = new(2), Tea = new(3), Bureau = new(4), Stationed = new(5), Stranger = new(6), Bank = new(7), Holding = new(8);
    internal static readonly EnterpriseId GlassFirm = new(1), PaperFirm = new(2), TeaFirm = new(3), FoundryFirm = new(4), DairyFirm = new(5);

    internal static TriageRules Rules => Delivered.Value;

    internal static DeskRoster Roster { get; } = new()
    {
        Enterprises =
        [
            Firm(GlassFirm, "青禾玻璃有限公司", "青禾玻璃", Glass), Firm(PaperFirm, "望江纸品有限公司", "望江纸品", Paper),
            Firm(TeaFirm, "云雾茶业有限公司", "云雾茶业", Tea), Firm(FoundryFirm, "金锤铸造厂", "金锤", Holding), Firm(DairyFirm, "牧歌乳业有限公司", "牧歌", Holding),
        ],
        Commissioners = [new Commissioner { Key = "c", Member = Stationed, Enterprises = [TeaFirm] }],
        Bureau = [Bureau],
        Others = [Bank],
    };

    internal IReadOnlyList<KnownCase> Cases => cases;

    internal static IReadOnlyDictionary<string, string> DeliveredFiles() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "lexicon"), "*.txt")
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);

    internal Conversation After(TimeSpan pause)
    {
        now += pause;
        return this;
    }

    internal Verdict Picture(MemberId sender) => Say(sender, "[图片]", MessageType.Image);

    internal Verdict Say(MemberId sender, string text, MessageType type = MessageType.Text, MessageId? quote = null, long group = 1)
    {
        now += TimeSpan.FromMinutes(1);
        var heard = Hear(sender, text, type, quote, group);
        var verdict = triager.Judge(heard, Scene());
        var known = Keep(heard, verdict);
        recent.Add(new PastMessage(heard.Id, heard.Group, sender, heard.Role, heard.Enterprises, now, type, text, verdict.Kind, false, known));
        return verdict;
    }

    internal Scene Scene() => new() { Roster = Roster, Cases = [.. cases], Recent = [.. recent] };

    internal Heard Hear(MemberId sender, string text, MessageType type = MessageType.Text, MessageId? quote = null, long group = 1) => new()
    {
        Id = new MessageId(++next), Group = new GroupId(group), Sender = sender, Role = Roster.Index.Role(sender, now.DayInChina()),
        Enterprises = Roster.Index.Firms(sender), PostedAt = now, Type = type, Text = text, Quote = quote,
    };

    private static Enterprise Firm(EnterpriseId id, string name, string alias, MemberId member) =>
        new() { Id = id, Key = name, Name = name, Aliases = [alias], Members = [member] };

    private static Lexicon Parse(IReadOnlyDictionary<string, string> files)
    {
        var result = Lexicon.Parse(files);
        return result.Lexicon ?? throw new InvalidOperationException(string.Join('\n', result.Errors));
    }

    private CaseId? Keep(Heard heard, Verdict verdict)
    {
        if (verdict.Kind == VerdictKind.Report)
        {
            var id = new CaseId(cases.Count + 1);
            cases.Add(new KnownCase
            {
                Id = id, Enterprise = verdict.Enterprise, Topics = [.. verdict.Problems.Select(p => p.Topic)],
                Urgency = verdict.Problems.Max(p => p.Urgency), Special = verdict.Special, Open = true, OpenedAt = now, LastHeardAt = now,
                Messages = [heard.Id], OpenerText = heard.Text,
            });
            return id;
        }
        if (verdict.Case is not { } of) return null;
        var index = cases.FindIndex(c => c.Id == of);
        var ends = verdict.Kind is VerdictKind.Resolution or VerdictKind.Withdrawal;
        cases[index] = cases[index] with
        {
            LastHeardAt = now, Messages = [.. cases[index].Messages, heard.Id], Open = cases[index].Open && !ends, EndedAt = ends ? now : cases[index].EndedAt,
        };
        return of;
    }
}
