using ChatIntake.Learning;
using ChatIntake.Roster;

namespace ChatIntake.Triage.Model;

/// <summary>What is known of a message whatever case it may belong to: its text, what the lexicon finds, and what went before.</summary>
internal static class ActFeatures
{
    private static readonly Sign[] Signs = [.. Enum.GetValues<Sign>().Where(s => s is not (Sign.Topic or Sign.Word or Sign.Neutral or Sign.UrgentTopic))];
    private static readonly double[] Levels = [0.4, 0.9, 1.9, 2.9];
    private static readonly TimeSpan Talk = TimeSpan.FromHours(3);

    internal static void Collect(Occasion o, MaskedText masked, ReadingCache readings, FeatureBag bag)
    {
        var who = o.Message.Role == SenderRole.Enterprise || o.IsStranger ? "" : o.IsStaff ? "s|" : "o|";
        var tokens = o.Cut(masked.Span);
        TextFeatures.Collect(who, masked.Span, tokens, bag);
        Words(o, masked, who, bag);
        Before(o, who, readings, bag);
    }

    private static void Words(Occasion o, MaskedText masked, string who, FeatureBag bag)
    {
        var reading = o.Reading;
        bag.Add("bias");
        bag.Add(who + "role");
        if (o.IsStranger) bag.Add("stranger");
        bag.Add(who + "type:" + o.Message.Type);
        bag.Add(who + "length:" + Buckets.Length(reading.Core.Length));
        if (reading.View.HasQuestionMark) bag.Add(who + "?");
        if (reading.View.Text.AsSpan().TrimEnd().EndsWith('?')) bag.Add(who + "?$");
        foreach (var (sign, name) in new[] { (MaskedText.OwnFirm, "own"), (MaskedText.OtherFirm, "other"), (MaskedText.Mention, "@"), (MaskedText.Plate, "plate"), (MaskedText.Phone, "phone"), (MaskedText.Number, "0") })
            if (masked.Has(sign)) bag.Add(who + "has:" + name);
        var open = o.Open.Count == 0 ? "none|" : o.Since(o.Open.Max(c => c.LastHeardAt)) < TimeSpan.FromMinutes(40) ? "now|" : "open|";
        foreach (var sign in Signs)
        {
            var value = reading.Signs[sign];
            foreach (var level in Levels)
            {
                if (value < level) break;
                bag.Add($"{who}sign:{sign}>{level}");
                if (level < 1) bag.Add($"{who}{open}sign:{sign}");
            }
        }
        var score = ReportScorer.Score(reading).Score;
        for (var level = -2.0; level <= 5; level += 0.5)
            if (score >= level) bag.Add($"{who}report>{level}");
        if (reading.Topics.BestScore >= 1) bag.Add(who + "topic");
        if (reading.Topics.BestScore >= 3) bag.Add(who + "topic>3");
        if (reading.Topics.Sure) bag.Add(who + "topic-sure");
        bag.Add($"{who}urgency:{reading.Urgency.Stated}");
    }

    private static void Before(Occasion o, string who, ReadingCache readings, FeatureBag bag)
    {
        var message = o.Message;
        bag.Add(who + "open:" + Buckets.Count(o.Open.Count));
        TimeSpan? lastCase = o.Open.Count == 0 ? null : o.Since(o.Open.Max(c => c.LastHeardAt));
        bag.Add(who + "case-age:" + Buckets.Age(lastCase));
        if (o.Ended.Count > 0) bag.Add(who + "ended:" + Buckets.Age(o.Since(o.Ended.Max(c => c.EndedAt ?? c.LastHeardAt))));
        var hour = o.Scene.Recent.Count == 0;
        if (hour) bag.Add("first");

        var previous = o.Backwards(Talk).FirstOrDefault();
        if (previous is not null)
        {
            var by = previous.Sender == message.Sender ? "me" : previous.Role == SenderRole.Enterprise ? "firm" : previous.Role == SenderRole.Other ? "other" : "staff";
            bag.Add($"{who}prev:{by}:{previous.Kind}");
            bag.Add($"{who}prev-age:{by}:{Buckets.Age(o.Since(previous.PostedAt))}");
            if (by == "me" && previous.Case is null)
            {
                var before = readings.Of(previous);
                if (before.Signs[Sign.Opener] >= 1) bag.Add(who + "prev-opener");
            }
        }
        var mine = o.Backwards(TimeSpan.FromDays(1)).FirstOrDefault(m => m.Sender == message.Sender);
        bag.Add(who + "mine:" + (mine is null ? "none" : $"{mine.Kind}:{Buckets.Age(o.Since(mine.PostedAt))}"));
        Asked(o, who, mine, readings, bag);
        var theirs = o.Backwards(TimeSpan.FromMinutes(60)).FirstOrDefault(m =>
            m.Role == SenderRole.Enterprise && m.Sender != message.Sender && m.Kind is VerdictKind.Report or VerdictKind.Resolution or VerdictKind.Addition);
        if (theirs is not null)
        {
            var age = Buckets.Age(o.Since(theirs.PostedAt));
            bag.Add($"{who}theirs:{theirs.Kind}:{age}");
            if (o.Reading.Signs[Sign.MeToo] > 0.4) bag.Add($"{who}theirs-me-too:{theirs.Kind}");
            var other = readings.Of(theirs);
            if (o.Reading.Topics.BestScore >= 1 && other.Topics.BestScore >= 1)
                bag.Add($"{who}theirs-topic:{theirs.Kind}:{(other.Topics.Best == o.Reading.Topics.Best ? "same" : other.Topics.Best.Category == o.Reading.Topics.Best.Category ? "near" : "far")}");
        }
        if (message.Quote is { } quote)
        {
            var past = o.Past(quote);
            var rel = o.QuotedCase is { } c ? (o.Open.Contains(c) ? "own" : o.Ended.Contains(c) ? "own-ended" : c.Open ? "foreign" : "foreign-ended")
                : past is null ? "lost" : past.Role == SenderRole.Enterprise ? past.Sender == message.Sender ? "me" : "firm" : "staff";
            bag.Add(who + "quote:" + rel);
            if (past is not null) bag.Add($"{who}quote:{rel}:{past.Kind}");
        }
        if (o.Subject.ThirdParty) bag.Add(who + "third-party");
        if (o.Subject.Firm is null) bag.Add(who + "no-firm");
    }

    // What staff last said that may have been meant for the speaker.
    private static void Asked(Occasion o, string who, PastMessage? mine, ReadingCache readings, FeatureBag bag)
    {
        foreach (var past in o.Backwards(Talk))
        {
            if (mine is not null && past.Id.Value <= mine.Id.Value) break;
            if (past.Role == SenderRole.Enterprise) continue;
            var reading = readings.Of(past);
            var toMe = o.Message.Enterprises.Count > 0 && reading.Named(o.Scene.Roster).Exists(n => o.Message.Enterprises.Contains(n.Firm));
            var toOther = !toMe && reading.View.Text.Contains('@', StringComparison.Ordinal);
            if (toOther) continue;
            var asks = reading.View.HasQuestionMark || reading.Signs[Sign.Question] + reading.Signs[Sign.Asked] >= 1;
            bag.Add($"{who}staff:{(toMe ? "me" : "all")}:{(asks ? "asks" : "says")}:{Buckets.Age(o.Since(past.PostedAt))}");
            bag.Add($"{who}staff:{(toMe ? "me" : "all")}:{(asks ? "asks" : "says")}");
            return;
        }
    }
}
