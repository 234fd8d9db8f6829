using ChatIntake.Triage.Model;

namespace ChatIntake.Triage;

/// <summary>
/// Judges messages: is it a report, an addition, the end of a problem, a question, or talk? A pure function of the
/// message and its scene, safe for any number of threads; every verdict carries its reasons.
/// </summary>
public sealed class Triager
{
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
        var act = Rules.Model.Acts.Decide(occasion, Rules.Model.Topics, readings, Rules.Limits.Leaning);
        return act.Kind == VerdictKind.Report ? Report(occasion, Why(act)) : act.Case is { } about ? OfCase(act, about, occasion) : Plain(act, occasion);
    }

    /// <summary>The verdict on a message of which somebody has said that it is a report (登记): only what it is about is judged.</summary>
    public Verdict JudgeAsReport(Heard message, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(scene);
        return Report(new Occasion(message, scene, Rules.Reading), [new Reason("forced", "登记", 0)]);
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
        var pressing = occasion.Reading.Urgency;
        return new Verdict
        {
            Kind = act.Kind,
            Case = about.Id,
            Enterprise = about.Enterprise ?? occasion.Subject.Firm,
            RaisedTo = act.Kind == VerdictKind.Addition && about.Open && pressing.Stated > about.Urgency ? pressing.Stated : null,
            Reasons = [.. Why(act), .. act.Kind == VerdictKind.Addition ? pressing.Reasons : []],
        };
    }

    private static Verdict Plain(Act act, Occasion occasion) => new()
    {
        Kind = act.Kind == VerdictKind.Chat && occasion.IsStaff ? VerdictKind.Reply : act.Kind, Reasons = [.. Why(act)],
    };

    private static IEnumerable<Reason> Why(Act act)
    {
        yield return new Reason("act", act.Kind.ToString(), Math.Round(act.Probability, 3));
        yield return new Reason("instead", act.Rival.ToString(), 0);
        if (act.Nearest is { } nearest) yield return new Reason("case", nearest.Case.Id.ToString(), Math.Round(nearest.Probability, 3));
        foreach (var (name, weight) in act.Features) yield return new Reason("sign", name, Math.Round(weight, 3));
    }
}
