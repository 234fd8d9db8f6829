using ChatIntake.Learning;
using ChatIntake.Roster;

namespace ChatIntake.Triage.Model;

/// <summary>What was said before a message, as far as it says something of the message.</summary>
internal static class Earlier
{
    private static readonly TimeSpan Neighbours = TimeSpan.FromMinutes(60);

    /// <summary>The message just before in the group, and the speaker's own last one.</summary>
    internal static void Previous(Occasion o, string who, ReadingCache readings, FeatureBag bag)
    {
        if (o.Recent is [var previous, ..])
        {
            var by = previous.Sender == o.Message.Sender ? "me" : previous.Role == SenderRole.Enterprise ? "firm" : previous.Role == SenderRole.Other ? "other" : "staff";
            bag.Add(who, "prev:", by, ":", Names.Of(previous.Kind));
            bag.Add(who, "prev-age:", by, ":", Buckets.Age(o.Since(previous.PostedAt)));
            if (by == "me" && previous.Case is null && readings.Of(previous).Signs[Sign.Opener] >= 1) bag.Add(who, "prev-opener");
        }
        if (o.Mine is { } mine)
        {
            bag.Add(who, "mine:", Names.Of(mine.Kind), ":", Buckets.Age(o.Since(mine.PostedAt)));
            bag.Add(who, "mine:", Names.Of(mine.Kind));
        }
        else bag.Add(who, "mine:none");
    }

    /// <summary>What staff last said that may have been meant for the speaker.</summary>
    internal static void Asked(Occasion o, string who, ReadingCache readings, FeatureBag bag)
    {
        foreach (var past in o.Recent)
        {
            if (o.Mine is { } mine && past.Id.Value <= mine.Id.Value) break;
            if (past.Role == SenderRole.Enterprise) continue;
            var reading = readings.Of(past);
            var toMe = o.Message.Enterprises.Count > 0 && reading.Named(o.Scene.Roster).Exists(n => o.Message.Enterprises.Contains(n.Firm));
            if (!toMe && reading.View.Text.Contains('@', StringComparison.Ordinal)) continue;
            var asks = reading.View.HasQuestionMark || reading.Signs[Sign.Question] + reading.Signs[Sign.Asked] >= 1;
            var whom = toMe ? "me" : "all";
            bag.Add(who, "staff:", whom, ":", asks ? "asks:" : "says:", Buckets.Age(o.Since(past.PostedAt)));
            bag.Add(who, "staff:", whom, ":", asks ? "asks" : "says");
            return;
        }
    }

    /// <summary>What another enterprise last said of a case.</summary>
    internal static void Theirs(Occasion o, string who, ReadingCache readings, FeatureBag bag)
    {
        if (Neighbour(o) is not { } theirs) return;
        var kind = Names.Of(theirs.Kind);
        bag.Add(who, "theirs:", kind, ":", Buckets.Age(o.Since(theirs.PostedAt)));
        if (o.Reading.Signs[Sign.MeToo] > 0.4) bag.Add(who, "theirs-me-too:", kind);
        var (mine, other) = (o.Reading.Topics, readings.Of(theirs).Topics);
        var relation = mine.BestScore < 1 ? "none" : other.BestScore < 1 ? "unknown" : other.Best == mine.Best ? "same" : other.Best.Category == mine.Best.Category ? "near" : "far";
        bag.Add(who, "theirs-topic:", kind, ":", relation);
    }

    // Whoever said it: an end or an addition of anybody, a report of another enterprise.
    private static PastMessage? Neighbour(Occasion o)
    {
        foreach (var past in o.Recent)
        {
            if (o.Since(past.PostedAt) > Neighbours) return null;
            if (past.Role == SenderRole.Enterprise && past.Sender != o.Message.Sender && past.Kind is VerdictKind.Report or VerdictKind.Resolution or VerdictKind.Addition) return past;
        }
        return null;
    }

    /// <summary>What the message quotes.</summary>
    internal static void Quoted(Occasion o, string who, FeatureBag bag)
    {
        if (o.Message.Quote is not { } quote) return;
        var past = o.Past(quote);
        var whose = o.QuotedCase is { } c ? o.Open.Contains(c) ? "own" : o.Ended.Contains(c) ? "own-ended" : c.Open ? "foreign" : "foreign-ended"
            : past is null ? "lost" : past.Role != SenderRole.Enterprise ? "staff" : past.Sender == o.Message.Sender ? "me" : "firm";
        bag.Add(who, "quote:", whose);
        if (past is not null) bag.Add(who, "quote:", whose, ":", Names.Of(past.Kind));
    }
}
