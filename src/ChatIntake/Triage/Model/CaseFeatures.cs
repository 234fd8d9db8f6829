using ChatIntake.Chat;
using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>What speaks for and against that a message belongs to a case.</summary>
internal static class CaseFeatures
{
    private const int MostCandidates = 12;

    private const int MostMessages = 24;

    // Of a very long text the first words will do.
    private const int MostWords = 512;
    private const int MostSpoken = 4;

    /// <summary>The cases that come into question, those heard last first.</summary>
    internal static List<KnownCase> Candidates(Occasion o)
    {
        // Who speaks for several firms and names one speaks of that one.
        bool Elsewhere(KnownCase c) => o.Subject.Name is not null && c.Enterprise is { } firm && firm != o.Subject.Firm && o.Message.Enterprises.Contains(firm);
        List<KnownCase> own = [.. o.Open, .. o.Ended];
        SortLatest(own);
        if (own.Count > MostCandidates) own.RemoveRange(MostCandidates, own.Count - MostCandidates);
        if (o.QuotedCase is { } quoted && !own.Contains(quoted)) own.Add(quoted);
        if (o.IsStaff) return own;
        var named = o.Reading.Named(o.Scene.Roster);
        var spoken = Spoken(o);
        foreach (var known in o.Scene.Cases)
            if ((spoken.Contains(known.Id) || known.Enterprise is { } firm && named.Exists(n => n.Firm == firm)) && !own.Contains(known) && !Elsewhere(known)) own.Add(known);
        return own;
    }

    // The cases of which the group spoke last.
    private static List<CaseId> Spoken(Occasion o)
    {
        var spoken = new List<CaseId>(MostSpoken);
        foreach (var past in o.Recent)
        {
            if (past.Case is not { } id || spoken.Contains(id)) continue;
            spoken.Add(id);
            if (spoken.Count == MostSpoken) break;
        }
        return spoken;
    }

    // Of those heard at the same time the order stays.
    private static void SortLatest(List<KnownCase> cases)
    {
        for (var i = 1; i < cases.Count; i++)
        {
            var known = cases[i];
            var j = i - 1;
            for (; j >= 0 && cases[j].LastHeardAt < known.LastHeardAt; j--) cases[j + 1] = cases[j];
            cases[j + 1] = known;
        }
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
        var (alike, later) = (0, 0);
        foreach (var other in candidates)
        {
            if (other.Open != known.Open || (o.Open.Contains(other) || o.Ended.Contains(other)) != own) continue;
            alike++;
            if (other.LastHeardAt > known.LastHeardAt) later++;
        }
        bag.Add(who, "rank:", later == 0 ? alike == 1 ? "only" : "last" : "earlier");
        Talk(o, known, who, bag);
        Matter(o, known, who, age, readings, bag);
        About(o, known, who, age, topics, bag);
        Meaning(o, known, who, bag);
    }

    // What is said, of what: 到了 ends a problem of trucks, 来了 one of power.
    private static void Meaning(Occasion o, KnownCase known, string who, FeatureBag bag)
    {
        var category = known.Topics[0].Category;
        foreach (var name in o.Kin) bag.Add(who, "of:", category, ":", name);
        if (o.Reading.Signs.Last is { } last) bag.Add(who, "of:", category, ":last:", Names.Of(last));
    }

    private static void Talk(Occasion o, KnownCase known, string who, FeatureBag bag)
    {
        var last = o.LastOfCase;
        if (last?.Case == known.Id) bag.Add(who, "spoke-last:", Buckets.Age(o.Since(last.PostedAt)));
        else if (last is not null && o.Since(last.PostedAt) < TimeSpan.FromMinutes(30)) bag.Add(who, "spoke-of-other");
        var inGroup = o.Recent.Find(static m => m.Case is not null);
        if (inGroup?.Case == known.Id) bag.Add(who, "group-last:", Buckets.Age(o.Since(inGroup.PostedAt)));
        if (o.Recent is [var previous, ..] && previous.Case == known.Id) bag.Add(who, "just-before:", (previous.Sender == o.Message.Sender ? "me" : "other"));
        if (known.Enterprise is { } firm && o.Reading.Named(o.Scene.Roster).Exists(n => n.Firm == firm)) bag.Add(who, "named");
        if (ByOthers(o, known)) bag.Add(who, "reported-by-other");
    }

    private static bool ByOthers(Occasion o, KnownCase known)
    {
        // What is not remembered may have been anybody's.
        for (var i = known.Messages.Count - 1; i >= 0; i--)
            if (o.Past(known.Messages[i]) is not { } past || past.Sender == o.Message.Sender) return false;
        return true;
    }

    private static void Matter(Occasion o, KnownCase known, string who, string age, ReadingCache readings, FeatureBag bag)
    {
        var (mine, opener) = (o.Reading, readings.OpenerOf(known));
        var topics = mine.Topics;
        var relation = topics.BestScore < 1 ? "none"
            : known.Topics.Contains(topics.Best) ? "same"
            : Near(known, topics) ? "near" : Touched(known, topics) ? "touched" : topics.Sure ? "other" : "else";
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
        // The latest, and no more of them than are remembered: a case may have very many.
        for (int i = known.Messages.Count - 1, seen = 0; i >= 0 && seen < MostMessages; i--)
            if (o.Past(known.Messages[i]) is { } past)
            {
                seen++;
                var reading = readings.Of(past);
                for (var w = 0; w < said.Length; w++) said[w] = said[w] || reading.Words.Contains(mine.Words[w]);
                best = Math.Max(best, Overlap(mine.Pairs, reading.Pairs));
            }
            else if (i > 0) break;
        bag.Add(who, "repost:", Buckets.Share(best));
        bag.Add(who, "words:", Buckets.Count(said.Count(true)));
    }

    private static bool Near(KnownCase known, TopicScores topics)
    {
        foreach (var topic in known.Topics)
            if (topic.Category == topics.Best.Category) return true;
        return false;
    }

    private static bool Touched(KnownCase known, TopicScores topics)
    {
        foreach (var topic in known.Topics)
            if (topics[topic] >= 1) return true;
        return false;
    }

    // Whether the message speaks of what the case is about.
    private static void About(Occasion o, KnownCase known, string who, string age, TopicModel model, FeatureBag bag)
    {
        var (topic, category) = TopicModel.Share(o.TopicsBy(model), o.CategoriesBy(model), known.Topics);
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
