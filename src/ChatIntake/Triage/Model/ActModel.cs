using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>What a message does and to which case, with how probable each was.</summary>
internal sealed record Act(VerdictKind Kind, KnownCase? Case, double Probability, IReadOnlyDictionary<VerdictKind, double> Kinds);

/// <summary>Decides what a message does: nothing, asks, announces, reports, or adds to, ends or takes back one of the cases in question.</summary>
internal sealed class ActModel(ChoiceModel model)
{
    internal const int Classes = 7;

    internal static readonly VerdictKind[] Alone = [VerdictKind.Chat, VerdictKind.Question, VerdictKind.Notice, VerdictKind.Report];
    internal static readonly VerdictKind[] OfCase = [VerdictKind.Addition, VerdictKind.Resolution, VerdictKind.Withdrawal];

    internal static int ClassOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Question => 1, VerdictKind.Notice => 2, VerdictKind.Report => 3, VerdictKind.Addition => 4, VerdictKind.Resolution => 5, VerdictKind.Withdrawal => 6, _ => 0,
    };

    internal Act Decide(Occasion o, ReadingCache readings)
    {
        var bag = new FeatureBag();
        ActFeatures.Collect(o, new MaskedText(o.Reading.View.Text, o.Reading.Named(o.Scene.Roster), o.Message.Enterprises), readings, bag);
        Span<double> shared = stackalloc double[Classes];
        model.Score(bag, shared);
        var options = new List<(VerdictKind Kind, KnownCase? Case)>();
        var scores = new List<double>();
        foreach (var kind in Alone)
        {
            options.Add((kind, null));
            scores.Add(shared[ClassOf(kind)]);
        }
        var candidates = CaseFeatures.Candidates(o);
        Span<double> own = stackalloc double[Classes];
        foreach (var known in candidates)
        {
            bag.Clear();
            CaseFeatures.Collect(o, known, candidates, readings, bag);
            own.Clear();
            model.Score(bag, own);
            foreach (var kind in OfCase)
            {
                options.Add((kind, known));
                scores.Add(shared[ClassOf(kind)] + own[ClassOf(kind)]);
            }
        }
        var p = scores.ToArray();
        ChoiceModel.ToProbabilities(p);
        var kinds = new Dictionary<VerdictKind, double>();
        for (var i = 0; i < p.Length; i++) kinds[options[i].Kind] = kinds.GetValueOrDefault(options[i].Kind) + p[i];
        var best = Choose(kinds);
        var at = -1;
        for (var i = 0; i < p.Length; i++)
            if (options[i].Kind == best && (at < 0 || p[i] > p[at])) at = i;
        var about = options[at].Case;
        if (about is not null)
        {
            // Which case: by all that may be done to it; what is done to it: by all cases.
            about = candidates.MaxBy(c => Enumerable.Range(0, p.Length).Where(i => options[i].Case == c).Sum(i => p[i]));
        }
        return new Act(best, about, kinds[best], kinds);
    }

    private static VerdictKind Choose(Dictionary<VerdictKind, double> kinds)
    {
        var report = kinds[VerdictKind.Report];
        var ofCase = OfCase.Sum(k => kinds.GetValueOrDefault(k));
        var none = 1 - report - ofCase;
        if (report >= ofCase && report >= none) return VerdictKind.Report;
        if (ofCase >= none) return OfCase.MaxBy(k => kinds.GetValueOrDefault(k));
        return Alone.Take(3).MaxBy(k => kinds[k]);
    }
}
