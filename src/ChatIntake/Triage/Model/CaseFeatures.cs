using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>What speaks for and against that a message belongs to a case.</summary>
internal static class CaseFeatures
{
    private const int MostCandidates = 12;

    // Of a very long text the first words will do.
    private const int MostWords = 512;
    private static readonly TimeSpan Nearby = TimeSpan.FromHours(3);

    /// <summary>The cases that come into question, those heard last first.</summary>
    internal static List<KnownCase> Candidates(Occasion o)
    {
        // Who speaks for several firms and names one speaks of that one.
        bool Elsewhere(KnownCase c) => o.Subject.Name is not null && c.Enterprise is { } firm && firm != o.Subject.Firm && o.Message.Enterprises.Contains(firm);
        var own = o.Open.Concat(o.Ended).OrderByDescending(c => c.LastHeardAt).Take(MostCandidates).ToList();
        if (o.QuotedCase is { } quoted && !own.Contains(quoted)) own.Add(quoted);
        if (o.IsStaff) return own;
        var named = o.Reading.Named(o.Scene.Roster);
        var spoken = o.Backwards(Nearby).Where(m => m.Case is not null).Select(m => m.Case!.Value).Distinct().Take(4).ToHashSet();
        foreach (var known in o.Scene.Cases)
            if (!own.Contains(known) && !Elsewhere(known) && (spoken.Contains(known.Id) || known.Enterprise is { } firm && named.Exists(n => n.Firm == firm))) own.Add(known);
        return own;
    }

    internal static void Collect(Occasion o, KnownCase known, IReadOnlyList<KnownCase> candidates, TopicModel topics, ReadingCache readings, FeatureBag bag)
    {
        var own = o.Open.Contains(known) || o.Ended.Contains(known);
        var who = (o.IsStaff ? "s|" : "") + (own ? "own|" : "foreign|");
        var state = known.Open ? "open" : known.Unconfirmed ? "done" : "ended";
        var age = Buckets.Age(o.Since(known.LastHeardAt));
        bag.Add(who, "case:", state);
        bag.Add(who, "case:", state, ":", age);
        if (!known.Open) bag.Add(who, "ended-age:", Buckets.Age(o.Since(known.EndedAt ?? known.LastHeardAt)));
        if (o.QuotedCase == known) bag.Add(who, "quoted");
        else if (o.QuotedCase is not null) bag.Add(who, "other-quoted");
        var alike = candidates.Where(c => c.Open == known.Open && (o.Open.Contains(c) || o.Ended.Contains(c)) == own).ToList();
        var rank = alike.Count(c => c.LastHeardAt > known.LastHeardAt);
        bag.Add(who, "rank:", (rank == 0 ? alike.Count == 1 ? "only" : "last" : "earlier"));
        Talk(o, known, who, bag);
        Matter(o, known, who, age, readings, bag);
        About(o, known, who, age, topics, bag);
    }

    private static void Talk(Occasion o, KnownCase known, string who, FeatureBag bag)
    {
        var last = o.LastOfCase;
        if (last?.Case == known.Id) bag.Add(who, "spoke-last:", Buckets.Age(o.Since(last.PostedAt)));
        else if (last is not null && o.Since(last.PostedAt) < TimeSpan.FromMinutes(30)) bag.Add(who, "spoke-of-other");
        var inGroup = o.Backwards(Nearby).FirstOrDefault(m => m.Case is not null);
        if (inGroup?.Case == known.Id) bag.Add(who, "group-last:", Buckets.Age(o.Since(inGroup.PostedAt)));
        var previous = o.Backwards(Nearby).FirstOrDefault();
        if (previous?.Case == known.Id) bag.Add(who, "just-before:", (previous.Sender == o.Message.Sender ? "me" : "other"));
        if (known.Enterprise is { } firm && o.Reading.Named(o.Scene.Roster).Exists(n => n.Firm == firm)) bag.Add(who, "named");
        if (known.Messages.All(id => o.Past(id) is { } past && past.Sender != o.Message.Sender)) bag.Add(who, "reported-by-other");
    }

    private static void Matter(Occasion o, KnownCase known, string who, string age, ReadingCache readings, FeatureBag bag)
    {
        var (mine, opener) = (o.Reading, readings.OpenerOf(known));
        var topics = mine.Topics;
        var relation = topics.BestScore < 1 ? "none"
            : known.Topics.Contains(topics.Best) ? "same"
            : known.Topics.Any(t => t.Category == topics.Best.Category) ? "near"
            : known.Topics.Any(t => topics[t] >= 1) ? "touched" : topics.Sure ? "other" : "else";
        bag.Add(who, "topic:", relation);
        bag.Add(who, "topic:", relation, ":", age);
        bag.Add(who, "topic:", relation, ":", (mine.Signs[Sign.Difficulty] >= 1 ? "trouble" : "no"));
        bag.Add(who, "likeness:", Buckets.Share(topics.Likeness(opener.Topics)));
        var shared = mine.Words.Shared(opener.Words);
        bag.Add(who, "shared:", Buckets.Count(shared));
        bag.Add(who, "shared:", Buckets.Share((double)shared / Math.Max(1, Math.Min(mine.Words.Count, opener.Words.Count))));
        var best = 0.0;
        Span<bool> said = stackalloc bool[Math.Min(mine.Words.Count, MostWords)];
        said.Clear();
        foreach (var id in known.Messages)
            if (o.Past(id) is { } past)
            {
                var reading = readings.Of(past);
                for (var i = 0; i < said.Length; i++) said[i] = said[i] || reading.Words.Contains(mine.Words[i]);
                best = Math.Max(best, Overlap(mine.Pairs, reading.Pairs));
            }
        bag.Add(who, "repost:", Buckets.Share(best));
        bag.Add(who, "words:", Buckets.Count(said.Count(true)));
    }

    // Whether the message speaks of what the case is about.
    private static void About(Occasion o, KnownCase known, string who, string age, TopicModel model, FeatureBag bag)
    {
        var (topic, category) = TopicModel.Share(o.TopicsBy(model), known.Topics);
        var (close, near) = (Buckets.Share(topic), Buckets.Share(category));
        bag.Add(who, "about:", close);
        bag.Add(who, "about-category:", near);
        bag.Add(who, "about-category:", near, ":", age);
        bag.Add(who, "about:", close, ":", o.Reading.Signs[Sign.Difficulty] >= 1 ? "trouble" : "no");
        bag.Add(who, "about-category:", near, ":", Buckets.Length(o.Reading.Core.Length));
    }

    /// <summary>The share of pairs of neighbouring characters that two texts have in common.</summary>
    private static double Overlap(WordSet a, WordSet b) => a.Count == 0 || b.Count == 0 ? 0 : (double)a.Shared(b) / Math.Min(a.Count, b.Count);
}
