using ChatIntake.Triage.Model;

namespace ChatIntake.Triage;

/// <summary>
/// Judges messages: is it a report, an addition, the end of a problem, a question, or talk? A pure function of the
/// message and its scene, safe for any number of threads; every verdict carries its reasons.
/// </summary>
public sealed class Triager
{
    // Texts as long as this are not said twice by chance.
    private const int Telling = 8;
    private const double Alike = 0.9;
    private const int MostRepeated = 24;

    private readonly ReadingCache readings;

    public Triager(TriageRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Rules = rules;
        readings = new ReadingCache(rules.Reading);
    }

    /// <summary>What the verdicts are made with.</summary>
    public TriageRules Rules { get; }

    /// <summary>The verdict on one message in the light of what came before it.</summary>
    public Verdict Judge(Heard message, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(scene);
        var occasion = new Occasion(message, scene, Rules.Reading);
        if (occasion.Reading.Core.Length == 0 && message.Type == Chat.MessageType.Text && !occasion.Reading.View.HasQuestionMark)
            return new Verdict { Kind = VerdictKind.Chat, Reasons = [new Reason("empty", message.Text, 1)] };
        readings.Keep(message.Id, occasion.Reading);
        var act = Rules.Model.Acts.Decide(occasion, Rules.Model.Topics, readings, Rules.Limits.Leaning);
        if (act.Kind == VerdictKind.Report && Reposted(occasion) is { } again)
            return new Verdict { Kind = VerdictKind.Addition, Case = again.Id, Enterprise = again.Enterprise, Margin = act.Margin, Reasons = [new Reason("repost", again.Id.ToString(), 1), .. Why(act)] };
        if (act.Kind == VerdictKind.Report && occasion.IsStaff && Known(occasion) is { } known)
            return new Verdict { Kind = VerdictKind.Reply, Reasons = [new Reason("open-already", known.Id.ToString(), 1), .. Why(act)] };
        var verdict = act.Kind == VerdictKind.Report ? Report(occasion, Why(act)) : act.Case is { } about ? OfCase(act, about, occasion) : Plain(act, occasion);
        return verdict with { Margin = act.Margin };
    }

    /// <summary>The verdict on a message of which somebody has said that it is a report (登记): only what it is about is judged.</summary>
    public Verdict JudgeAsReport(Heard message, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(scene);
        return Report(new Occasion(message, scene, Rules.Reading), [new Reason("forced", "登记", 0)]);
    }

    /// <summary>The likeliest sub-category of a category for a message.</summary>
    public Topic TopicIn(Heard message, Scene scene, Topic category)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(scene);
        var topics = new Occasion(message, scene, Rules.Reading).TopicsBy(Rules.Model.Topics);
        return TopicModel.BestIn(topics, TopicModel.IndexOf(category.Category));
    }

    // The same words again while the case is open are no new problem, wherever they are said.
    private KnownCase? Reposted(Occasion occasion)
    {
        var (core, pairs) = (occasion.Reading.Core, occasion.Reading.Pairs);
        if (core.Length < Telling) return null;
        foreach (var known in occasion.Open)
            for (var i = known.Messages.Count - 1; i >= Math.Max(0, known.Messages.Count - MostRepeated); i--)
                if (occasion.Past(known.Messages[i]) is { } past && readings.Of(past).Pairs is var other && pairs.Shared(other) >= Alike * Math.Max(pairs.Count, other.Count)) return known;
        return null;
    }

    // What staff say of a firm whose problem is open already is no new one.
    private KnownCase? Known(Occasion occasion)
    {
        var category = TopicModel.Best(occasion.TopicsBy(Rules.Model.Topics)).Category;
        return occasion.Open.FirstOrDefault(c => c.Topics.Any(t => t.Category == category));
    }

    private Verdict Report(Occasion occasion, IEnumerable<Reason> why)
    {
        var matter = MatterJudge.Judge(Rules.Model, occasion);
        return new Verdict
        {
            Kind = VerdictKind.Report, Enterprise = occasion.Subject.Firm, Problems = matter.Problems, Special = matter.Special, Reasons = [.. why, .. matter.Reasons],
        };
    }

    private static Verdict OfCase(Act act, KnownCase about, Occasion occasion)
    {
        var (pressing, signs) = (occasion.Reading.Urgency, occasion.Reading.Signs);
        // What is over ends again only where that is said; "谁赔我们的损失" adds to it.
        var over = act.Kind == VerdictKind.Resolution && !about.Open && !about.Unconfirmed && signs[Sign.Solved] + signs[Sign.Likely] < 0.5;
        return new Verdict
        {
            Kind = over ? VerdictKind.Addition : act.Kind,
            Case = about.Id,
            Enterprise = about.Enterprise ?? occasion.Subject.Firm,
            RaisedTo = act.Kind == VerdictKind.Addition && about.Open && pressing.Stated > about.Urgency ? pressing.Stated : null,
            Reasons = [.. Why(act), .. act.Kind == VerdictKind.Addition ? pressing.Reasons : []],
        };
    }

    private static Verdict Plain(Act act, Occasion occasion) => new()
    {
        Kind = act.Kind is VerdictKind.Chat or VerdictKind.Question && occasion.IsStaff ? VerdictKind.Reply : act.Kind, Reasons = [.. Why(act)],
    };

    private static IEnumerable<Reason> Why(Act act)
    {
        yield return new Reason("act", act.Kind.ToString(), Math.Round(act.Probability, 3));
        yield return new Reason("instead", act.Rival.ToString(), 0);
        if (act.Nearest is { } nearest) yield return new Reason("case", nearest.Case.Id.ToString(), Math.Round(nearest.Probability, 3));
        foreach (var (name, weight) in act.Features) yield return new Reason("sign", name, Math.Round(weight, 3));
    }
}
