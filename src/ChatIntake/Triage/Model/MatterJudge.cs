using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>What a report is about: its problems, the first named first, whether they need handling above one department, and why.</summary>
internal sealed record Matter(IReadOnlyList<Problem> Problems, bool Special, IReadOnlyList<Reason> Reasons);

/// <summary>Reads the matter of a report.</summary>
internal static class MatterJudge
{
    private const int Explained = 4;

    // A sign of this weight settles it.
    private const double Plain = 2;

    // So much danger is critical, however it is put.
    private const double Alarming = 2;

    private static readonly Sign[] Outright = [Sign.Danger, Sign.Conflict, Sign.Misconduct, Sign.Debt];

    internal static Matter Judge(TriageModel model, Occasion o)
    {
        using var bag = FeatureBag.Rent();
        MatterFeatures.Collect(o, bag);
        var topics = FirstPoint(model, o) ?? o.TopicsBy(model.Topics);
        var first = TopicModel.Best(topics);
        MatterFeatures.About(topics, bag);
        // What is written in so many words is not left to likelihood.
        var byDanger = o.Reading.Signs[Sign.Danger] >= Alarming ? Urgency.Critical : Urgency.Normal;
        var urgency = (Urgency)Math.Max(Best(model.Urgency, bag), Math.Max((int)o.Reading.Urgency.ByTime, (int)byDanger));
        var special = Best(model.Special, bag) == 1 || Outright.Any(s => o.Reading.Signs[s] >= Plain);
        var problems = Problems(model, o, topics, (first, urgency));
        return new Matter(problems, special, [.. Why(model, o, bag, topics, first), .. o.Reading.Urgency.Reasons]);
    }

    // Of numbered points the first is the first problem, however much the others say; null where the message has no such points.
    private static double[]? FirstPoint(TriageModel model, Occasion o)
    {
        if (!o.Reading.Pieces.Numbered) return null;
        var reading = o.Read(string.Concat(o.Reading.Pieces.All.Where(p => p.Part == 0).Select(o.Reading.TextOf)));
        using var bag = FeatureBag.Rent();
        MatterFeatures.Text(o, reading, bag);
        return model.Topics.Score(bag, new TopicHints(reading));
    }

    // In the order in which the message names them; numbered points are in order already.
    private static List<Problem> Problems(TriageModel model, Occasion o, double[] topics, (Topic Topic, Urgency Urgency) first)
    {
        var also = new AlsoFeatures(o, model.Topics, topics, first.Topic);
        using var bag = FeatureBag.Rent();
        List<(int Place, Topic Topic, Urgency Stated)>? further = null;
        for (var category = 0; category < TopicCatalogue.Categories.Count; category++)
        {
            if (!also.Possible(category)) continue;
            bag.Clear();
            also.Collect(category, bag);
            if (also.Numbered(category) || Best(model.Also, bag) == 1) (further ??= []).Add((also.Place(category), also.TopicIn(category), also.Piece(category)!.Urgency.Stated));
        }
        if (further is null) return [new Problem(first.Topic, first.Urgency)];
        List<(int Place, Topic Topic, Urgency Stated)> all = [(o.Reading.Pieces.Numbered ? -1 : also.Place(null), first.Topic, o.Reading.Urgency.Stated), .. further.OrderBy(f => f.Place)];
        // The urgency that was read from the whole is that of the problem named first.
        return [.. all.OrderBy(p => p.Place).Select((p, i) => new Problem(p.Topic, i == 0 ? first.Urgency : p.Stated))];
    }

    private static IEnumerable<Reason> Why(TriageModel model, Occasion o, FeatureBag bag, double[] topics, Topic first)
    {
        var at = Array.IndexOf(TopicModel.Topics, first);
        var rival = at == 0 ? 1 : 0;
        for (var i = 0; i < topics.Length; i++)
            if (i != at && topics[i] > topics[rival]) rival = i;
        yield return new Reason("topic", first.Code, Math.Round(topics[at], 3));
        yield return new Reason("rival", TopicModel.Topics[rival].Code, Math.Round(topics[rival], 3));
        foreach (var (name, weight) in model.Topics.Choices.Strongest(bag, at, rival, Explained, name => WhyText.Tells(name, o.Reading.View.Text)))
            yield return new Reason("topic-word", name, Math.Round(weight, 3));
    }

    private static int Best(ChoiceModel model, FeatureBag bag)
    {
        Span<double> scores = stackalloc double[model.Classes];
        model.Score(bag, scores);
        var best = 0;
        for (var k = 1; k < scores.Length; k++)
            if (scores[k] > scores[best]) best = k;
        return best;
    }
}
