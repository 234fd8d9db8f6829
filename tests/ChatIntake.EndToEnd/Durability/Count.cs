using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.EndToEnd.Notices;
using ChatIntake.EndToEnd.Running;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;

namespace ChatIntake.EndToEnd.Durability;

/// <summary>Counts a store that was killed many times against what its sender and its simulated WeCom saw.</summary>
internal sealed class Count(IReader store, IReadOnlyList<ArrivedPost> arrived)
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal) { ["robot_enterprise_1"] = "key-1", ["robot_enterprise_2"] = "key-2", ["robot_staff"] = "key-3" };

    private readonly IReadOnlyList<FactEnvelope> journal = store.Journal();
    private readonly IReadOnlyList<PostRow> posts = store.Posts();

    internal void NothingAcknowledgedIsMissingOrDoubled(IReadOnlyDictionary<string, string> acknowledged)
    {
        var inputs = store.Inputs().Where(i => i.Row.Kind == InputKind.Message).ToList();
        var heard = journal.Where(f => f.Body is MessageHeard or MessageCopied).Select(f => f.Input).ToList();
        Assert.That(heard, Is.Unique, "each input is decided once");
        Assert.That(heard, Is.EquivalentTo(inputs.Select(i => i.Id)), "every input is decided");
        Assert.That(journal.Select(f => f.Body).OfType<InputSetAside>(), Is.Empty);

        var kept = inputs.ToDictionary(i => i.Row.OuterId, i => store.Text(new Chat.MessageId(i.Id.Value)), StringComparer.Ordinal);
        Assert.That(kept, Is.EquivalentTo(acknowledged.ToDictionary(a => $"bot/{Town.Corp}|{a.Key}", a => (string?)a.Value, StringComparer.Ordinal)));
    }

    internal void NoNoticeIsInTwoPosts()
    {
        Assert.That(posts.Where(p => p.State != PostState.Replaced).SelectMany(p => p.Notices), Is.Unique);
        Assert.That(posts, Has.Count.GreaterThan(5), "posts were made meanwhile");
    }

    internal void NoPostArrivedMoreOftenThanItWasTried()
    {
        foreach (var alike in posts.GroupBy(p => (Keys[p.Way], store.Text(p.Id))))
        {
            var seen = arrived.Count(a => a.Seen && (a.Key, a.Content) == alike.Key);
            var tries = alike.SelectMany(p => p.Attempts).Count(a => a.Outcome is null or PostOutcome.Unknown or PostOutcome.Delivered);
            Assert.That(seen, Is.LessThanOrEqualTo(tries), alike.Key.Item2);
            Assert.That(seen, Is.GreaterThanOrEqualTo(alike.Count(p => p.State == PostState.Delivered)), alike.Key.Item2);
        }
        Assert.That(arrived.Where(a => a.Seen).Select(a => (a.Key, a.Content)).Distinct(), Is.SubsetOf(posts.Select(p => (Keys[p.Way], store.Text(p.Id)))), "nothing else was posted");
    }

    internal void NoCaseHasTwoReceipts()
    {
        var receipts = OutboxTable.Composed(store, StoreReading.Desk).Concat(OutboxTable.Waiting(store, StoreReading.Desk)).Where(n => n.Template == "receipt").Select(n => n.Args.Case).ToList();
        Assert.That(receipts, Is.Unique);
        Assert.That(receipts, Is.EquivalentTo(journal.Select(f => f.Body).OfType<CaseOpened>().Select(o => (Chat.CaseId?)o.Case)));
    }

    internal void TheBudgetWasKept()
    {
        Assert.That(arrived.Select(a => a.Errcode), Has.All.Zero, "WeCom never had to refuse");
        foreach (var robot in arrived.GroupBy(a => a.Key)) Assert.That(BudgetTests.MostInAMinute([.. robot]), Is.LessThanOrEqualTo(20), robot.Key);
        foreach (var way in Keys.Keys)
        {
            var tries = OutboxTable.Attempts(store, way, DateTimeOffset.UnixEpoch);
            Assert.That(tries.Select(first => tries.Count(t => t >= first && t < first.AddSeconds(60))).DefaultIfEmpty().Max(), Is.LessThanOrEqualTo(20), way);
        }
    }
}
