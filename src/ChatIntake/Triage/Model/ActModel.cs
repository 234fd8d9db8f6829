using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>What a message does and to which case, how probable that is, and what else came into question.</summary>
internal sealed record Act
{
    internal required VerdictKind Kind { get; init; }

    /// <summary>For kinds that have one.</summary>
    internal KnownCase? Case { get; init; }

    internal required double Probability { get; init; }

    /// <summary>How far it is from being a report, as a logit; one from 0 on.</summary>
    internal required double Margin { get; init; }

    /// <summary>The case likeliest to be meant, whatever was decided, with how probable that is.</summary>
    internal (KnownCase Case, double Probability)? Nearest { get; init; }

    /// <summary>The features that spoke most for the kind against the next likeliest, and against it (negative).</summary>
    internal required IReadOnlyList<(string Name, double Weight)> Features { get; init; }

    /// <summary>The next likeliest kind.</summary>
    internal required VerdictKind Rival { get; init; }
}

/// <summary>Decides what a message does: nothing, asks, announces, reports, or adds to, ends or takes back one of the cases in question.</summary>
internal sealed class ActModel(ChoiceModel model)
{
    internal const int Classes = 7;
    private const int Explained = 8;

    // The speaker's own flat or child is seldom the enterprise's matter, whatever happened to it.
    private const double Plain = 2;
    private const double Private = 3;
    private const double Alarm = 2;
    private const double Elsewhere = 2;

    // Below this, chances are all the same.
    private const double Least = 1e-9;

    internal static readonly VerdictKind[] Alone = [VerdictKind.Chat, VerdictKind.Question, VerdictKind.Notice, VerdictKind.Report];
    internal static readonly VerdictKind[] OfCase = [VerdictKind.Addition, VerdictKind.Resolution, VerdictKind.Withdrawal];

    // In the order of the classes.
    private static readonly VerdictKind[] Kinds = [.. Alone, .. OfCase];

    internal ChoiceModel Choices => model;

    internal static int ClassOf(VerdictKind kind) => Math.Max(0, Array.IndexOf(Kinds, kind));

    /// <summary>The likeliest act. <paramref name="leaning"/> is added to what speaks for a report: above 0 more are found and more are false.</summary>
    internal Act Decide(Occasion o, TopicModel topics, ReadingCache readings, double leaning)
    {
        using var bag = FeatureBag.Rent();
        ActFeatures.Collect(o, readings, bag);
        var candidates = CaseFeatures.Candidates(o);
        var scores = new double[Alone.Length + candidates.Count * OfCase.Length];
        Span<double> shared = stackalloc double[Classes];
        model.Score(bag, shared);
        shared[..Alone.Length].CopyTo(scores);
        scores[ClassOf(VerdictKind.Report)] += leaning - (o.Reading.Signs[Sign.Private] >= Plain ? Private : 0) + (Alarms(o) ? Alarm : 0);
        using var own = FeatureBag.Rent();
        Span<double> weighed = stackalloc double[Classes];
        for (var c = 0; c < candidates.Count; c++)
        {
            own.Clear();
            CaseFeatures.Collect(o, candidates[c], candidates, topics, readings, own);
            shared.CopyTo(weighed);
            model.Score(own, weighed);
            if (Another(o, candidates[c], topics)) weighed[ClassOf(VerdictKind.Addition)] -= Elsewhere;
            weighed[Alone.Length..].CopyTo(scores.AsSpan(Alone.Length + c * OfCase.Length));
        }
        ChoiceModel.ToProbabilities(scores);
        return Choose(o, scores, candidates, bag);
    }

    // People in danger are not left to likelihood alone: better asked once too often.
    private static bool Alarms(Occasion o)
    {
        var signs = o.Reading.Signs;
        return !o.IsStaff && signs[Sign.Danger] >= Plain && signs.Sum(Sign.Notice, Sign.News, Sign.Past, Sign.Hypothetical, Sign.Solved, Sign.Likely, Sign.Good, Sign.Question) < 0.5;
    }

    // A trouble that both the lexicon and the model place elsewhere than the case is hardly more of the same.
    private static bool Another(Occasion o, KnownCase known, TopicModel model)
    {
        var topics = o.Reading.Topics;
        if (!topics.Sure || o.QuotedCase == known || o.Reading.Signs[Sign.Difficulty] < 1 || o.Reading.Signs[Sign.Addition] >= 1) return false;
        foreach (var topic in known.Topics)
            if (topic.Category == topics.Best.Category || topics[topic] >= 1) return false;
        return TopicModel.Share(o.TopicsBy(model), o.CategoriesBy(model), known.Topics).Category < 0.15;
    }

    private Act Choose(Occasion o, double[] p, List<KnownCase> candidates, FeatureBag bag)
    {
        var kinds = new double[Classes];
        for (var i = 0; i < p.Length; i++) kinds[i < Alone.Length ? i : Alone.Length + (i - Alone.Length) % OfCase.Length] += p[i];
        // First whether it is nothing, a report or of a case; then what of that.
        var (nothing, report, ofCase) = (kinds[0] + kinds[1] + kinds[2], kinds[3], kinds[4] + kinds[5] + kinds[6]);
        var (first, count) = report >= ofCase && report >= nothing ? (3, 1) : ofCase >= nothing ? (Alone.Length, OfCase.Length) : (0, 3);
        var best = first;
        for (var k = first; k < first + count; k++)
            if (kinds[k] > kinds[best]) best = k;
        var rival = best == 0 ? 1 : 0;
        for (var k = 0; k < Classes; k++)
            if (k != best && kinds[k] > kinds[rival]) rival = k;
        (KnownCase Case, double Probability)? nearest = null;
        for (var c = 0; c < candidates.Count; c++)
        {
            var at = Alone.Length + c * OfCase.Length;
            var sum = p[at] + p[at + 1] + p[at + 2];
            if (nearest is null || sum > nearest.Value.Probability) nearest = (candidates[c], sum);
        }
        return new Act
        {
            Kind = Kinds[best], Case = best >= Alone.Length ? nearest!.Value.Case : null, Probability = kinds[best], Margin = Math.Log(report + Least) - Math.Log(Math.Max(nothing, ofCase) + Least), Nearest = nearest,
            Features = model.Strongest(bag, best, rival, Explained, name => WhyText.Tells(name, o.Reading.View.Text)), Rival = Kinds[rival],
        };
    }
}
