using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>Whether two reports of different enterprises have the same cause.</summary>
internal static class CommonFeatures
{
    internal static readonly TimeSpan Reach = TimeSpan.FromDays(10);

    internal static void Collect(KnownCase later, Reading a, KnownCase earlier, Reading b, FeatureBag bag)
    {
        var apart = later.OpenedAt - earlier.OpenedAt;
        var age = Buckets.Age(apart);
        bag.Add("bias");
        var topic = later.Topics[0] == earlier.Topics[0] ? "same" : later.Topics[0].Category == earlier.Topics[0].Category ? "near"
            : later.Topics.Any(earlier.Topics.Contains) ? "touch" : "far";
        bag.Add("topic:", topic);
        bag.Add("age:", age);
        bag.Add("topic-age:", topic, ":", age);
        if (topic == "same") bag.Add("of:", later.Topics[0].Code);
        var shared = a.Words.Shared(b.Words);
        var share = (double)shared / Math.Max(1, Math.Min(a.Words.Count, b.Words.Count));
        bag.Add("shared:", topic, ":", Buckets.Count(shared));
        bag.Add("share:", topic, ":", Buckets.Share(share));
        bag.Add("likeness:", topic, ":", Buckets.Share(a.Topics.Likeness(b.Topics)));
        if (a.Signs[Sign.MeToo] > 0.4) bag.Add("me-too:", topic, ":", age);
        if (a.Topics.BestScore < 1) bag.Add("silent:", topic, ":", age);
        if (later.Urgency == earlier.Urgency) bag.Add("as-urgent");
        if (later.Special == earlier.Special && later.Special) bag.Add("both-special");
        bag.Add("length:", Buckets.Length(a.Core.Length));
    }
}
