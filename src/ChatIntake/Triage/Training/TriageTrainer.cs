using ChatIntake.Learning;
using ChatIntake.Triage.Model;

namespace ChatIntake.Triage.Training;

/// <summary>How the models are fitted: the penalties on their weights, and how often a feature must be seen.</summary>
internal sealed record TrainingOptions
{
    internal double Acts { get; init; } = 8;
    internal double Topics { get; init; } = 0.25;
    internal double Urgency { get; init; } = 0.5;
    internal double Special { get; init; } = 0.5;
    internal double Also { get; init; } = 0.5;
    internal float AlsoWeight { get; init; } = 4;
    internal double Common { get; init; } = 0.5;
    internal float Loose { get; init; } = 0.5f;
    internal bool Practice { get; init; } = true;
    internal int Rare { get; init; } = 4;
}

/// <summary>Learns the models of triage from labelled chats.</summary>
internal static class TriageTrainer
{
    private const int Folds = 3;

    // Models that only stand in for the final ones need not be fitted to the last digit.
    private const int Rough = 25;

    /// <param name="chats">Whole chats, and loose reports.</param>
    /// <param name="rules">How each chat is read.</param>
    /// <param name="options">How the models are fitted.</param>
    /// <param name="lessons">What a desk was taught: learned beside the chats.</param>
    internal static TriageModel Train(IReadOnlyList<LabelledChat> chats, Func<LabelledChat, ReadingRules> rules, TrainingOptions options, IReadOnlyList<Lesson>? lessons = null)
    {
        lessons ??= [];
        var acts = new ChoiceSet(ActModel.Classes, options.Rare);
        var all = new ChoiceSet(TopicModel.Topics.Length, options.Rare);
        var parts = Enumerable.Range(0, Folds).Select(_ => new ChoiceSet(TopicModel.Topics.Length, options.Rare)).ToArray();
        var (urgency, special) = (new ChoiceSet(3, options.Rare), new ChoiceSet(2, options.Rare));
        var bag = new FeatureBag(named: true);
        for (var i = 0; i < chats.Count; i++)
        {
            var at = i;
            Rehearsal.Play(chats[i], rules(chats[i]), (message, o, _) =>
            {
                if (chats[at].Loose) Rehearsal.LooseAct(acts, message, o, bag, options.Loose);
                if (message.Kind != VerdictKind.Report) return;
                bag.Clear();
                MatterFeatures.Collect(o, bag);
                var hints = new TopicHints(o);
                AddTopic(all, bag, hints, message);
                for (var fold = 0; fold < Folds; fold++)
                    if (at % Folds != fold) AddTopic(parts[fold], bag, hints, message);
            });
        }
        foreach (var (message, o, _, _) in lessons.Where(l => l.Message.Kind == VerdictKind.Report))
        {
            bag.Clear();
            MatterFeatures.Collect(o, bag);
            AddTopic(all, bag, new TopicHints(o), message);
        }
        // The others are judged by what the topics say too: on texts that they were not learned from, as it will be.
        var topics = new TopicModel(all.Train(options.Topics));
        var foreign = chats.Count >= Folds ? parts.Select(p => new TopicModel(p.Train(options.Topics, Rough))).ToArray() : [.. Enumerable.Repeat(topics, Folds)];
        var (also, common) = (new ChoiceSet(2, options.Rare), new ChoiceSet(2, options.Rare));
        for (var i = 0; i < chats.Count; i++)
        {
            var (at, readings) = (i, new ReadingCache(rules(chats[i])));
            if (!chats[i].Loose) Rehearsal.Play(chats[i], rules(chats[i]), (message, o, about) => Rehearsal.Act(acts, message, o, about, foreign[at % Folds], readings, bag));
            Pressing((urgency, special), chats[i], rules(chats[i]), foreign[i % Folds], bag);
            Also(also, chats[i], rules(chats[i]), foreign[i % Folds], bag, options);
            if (!chats[i].Loose) Common(common, chats[i], rules(chats[i]), bag);
        }
        for (var half = 0; half < 2 && options.Practice; half++)
        {
            var first = new ChoiceSet(ActModel.Classes, options.Rare);
            for (var i = 0; i < chats.Count; i++)
                if (!chats[i].Loose && i % 2 != half)
                {
                    var (at, readings) = (i, new ReadingCache(rules(chats[i])));
                    Rehearsal.Play(chats[i], rules(chats[i]), (message, o, about) => Rehearsal.Act(first, message, o, about, foreign[at % Folds], readings, bag));
                }
            var model = new ActModel(first.Train(options.Acts, Rough));
            for (var i = 0; i < chats.Count; i++)
                if (!chats[i].Loose && i % 2 == half) Practice.Play(acts, chats[i], rules(chats[i]), (model, foreign[i % Folds]), bag);
        }
        foreach (var (message, o, about, read) in lessons) Rehearsal.Act(acts, message, o, about, topics, new ReadingCache(read), bag);
        return new TriageModel(new Dictionary<ModelPart, ChoiceModel>
        {
            [ModelPart.Acts] = acts.Train(options.Acts),
            [ModelPart.Topics] = topics.Choices,
            [ModelPart.Urgency] = urgency.Train(options.Urgency),
            [ModelPart.Special] = special.Train(options.Special),
            [ModelPart.Also] = also.Train(options.Also),
            [ModelPart.Common] = common.Train(options.Common),
        });
    }

    private static void AddTopic(ChoiceSet set, FeatureBag bag, TopicHints hints, LabelledMessage message)
    {
        var own = new FeatureBag(named: true);
        var options = new Option[TopicModel.Topics.Length];
        var truth = new bool[options.Length];
        for (var i = 0; i < options.Length; i++)
        {
            own.Clear();
            hints.Collect(i, own);
            options[i] = new Option(i, set.Take(own), TopicModel.HintColumn);
        }
        truth[Array.IndexOf(TopicModel.Topics, message.Problems[0].Topic)] = true;
        set.AddWithGaps(new Choice { Shared = set.Take(bag), Options = options, Right = truth, Weight = message.Weight }, message.Weight);
    }

    private static void Pressing((ChoiceSet Urgency, ChoiceSet Special) sets, LabelledChat chat, ReadingRules rules, TopicModel topics, FeatureBag bag) =>
        Rehearsal.Play(chat, rules, (message, o, _) =>
        {
            if (message.Kind != VerdictKind.Report) return;
            bag.Clear();
            MatterFeatures.Collect(o, bag);
            MatterFeatures.About(o.TopicsBy(topics), bag);
            sets.Urgency.Add(bag, (int)message.Problems[0].Urgency);
            sets.Special.Add(bag, message.Special ? 1 : 0);
        });

    private static void Also(ChoiceSet set, LabelledChat chat, ReadingRules rules, TopicModel topics, FeatureBag bag, TrainingOptions options) => Rehearsal.Play(chat, rules, (message, o, _) =>
    {
        if (message.Kind != VerdictKind.Report) return;
        var also = new AlsoFeatures(o, topics, o.TopicsBy(topics), message.Problems[0].Topic);
        for (var category = 0; category < TopicCatalogue.Categories.Count; category++)
        {
            if (!also.Possible(category)) continue;
            bag.Clear();
            also.Collect(category, bag);
            var named = message.Problems.Skip(1).Any(p => AlsoFeatures.IndexOf(p.Topic) == category && p.Topic != message.Problems[0].Topic);
            set.Add(bag, named ? 1 : 0, named ? options.AlsoWeight : 1);
        }
    });

    private static void Common(ChoiceSet set, LabelledChat chat, ReadingRules rules, FeatureBag bag)
    {
        var reports = new List<(KnownCase Case, Reading Reading, string? Common)>();
        Rehearsal.Play(chat, rules, (message, o, _) =>
        {
            if (message.Kind != VerdictKind.Report) return;
            var known = Rehearsal.CaseOf(message, reports.Count + 1);
            foreach (var (earlier, reading, common) in reports)
            {
                if (known.OpenedAt - earlier.OpenedAt > CommonFeatures.Reach || earlier.Enterprise == known.Enterprise) continue;
                bag.Clear();
                CommonFeatures.Collect(known, o.Reading, earlier, reading, bag);
                set.Add(bag, common is not null && common == message.Common ? 1 : 0);
            }
            reports.Add((known, o.Reading, message.Common));
        });
    }
}
