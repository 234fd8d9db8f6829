using System.Text;
using ChatIntake.Desk;
using ChatIntake.Journal;
using CsCheck;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Desk;

internal sealed class DecidingTests
{
    private static readonly string[] Pieces =
    [
        "@小企", "@小企业家", " ", "\n", "#", "/", "受理", "办结", "回复", "派单", "转", "登记", "撤销", "复工", "停工", "认领", "查询", "待办", "帮助", "不是问题", "升级", "催办", "签收", "号", "和",
        "1", "2", "#1", "99", "999999999", "12345678901", "15:30", "3台车", "11.6吨", "榕峰", "大青山", "交警大队", "供电局", ",", "、", ":", "…", "\u2005", "\u3000", "1",
        Held, HeldOver, HeldTakenBack, Hiring, Blackout, Talk, "[图片]", "\ud83d", "😂", "𠀀", "\0", "[[", "{编号}",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf(Pieces).Array[0, 8].Select(string.Concat), Gen.String, Gen.OneOf(Pieces).Array[1, 4].Select(p => "@小企 " + string.Concat(p)));

    private static readonly Gen<(string Who, string Text, string? Quote)> Messages = Gen.Select(
        Gen.OneOf(Haulier, Hirer, Stranger, TestDesk.Bureau, TestDesk.Leader, "特派员-陈立新", "交警聂警官", "小企", "某某"), Texts,
        Gen.OneOf(Gen.Const((string?)null), Texts.Select(t => (string?)t)), (who, text, quote) => (who, text, quote));

    [Test]
    public void Nothing_that_anybody_says_or_quotes_makes_deciding_fail() => Messages.Array[100, 200].Sample(
        said =>
        {
            var failures = new CountedFailures();
            Say(said, failures).GetAwaiter().GetResult();
            Assert.That(failures.Messages, Is.Empty);
        },
        iter: 10, threads: 1);

    [Test]
    public void The_same_inputs_give_the_same_journal_byte_for_byte_in_whatever_batches() => Messages.Array[40, 80].Sample(
        said => Twice(said).GetAwaiter().GetResult(), iter: 4, threads: 1);

    [Test]
    public async Task A_restart_between_any_two_messages_changes_no_fact()
    {
        (string, string)[] said =
        [
            (Haulier, Held), (Haulier, HeldStill), (TestDesk.Bureau, "@小企 受理 1"), (Stranger, Anonymous), (TestDesk.Clerk, "@小企 认领 2 大青山"), (Stranger, Hiring),
            (TestDesk.Clerk, "@小企 撤销"), (Haulier, HeldOver), (TestDesk.Bureau, "@小企 撤销"), (Hirer, Talk),
        ];
        await using var steady = await TestDesk.Open();
        await using var restarted = TestDesk.Over(await TestRules.NewStore(), steady.Now);
        foreach (var (who, text) in said)
        {
            var a = await steady.Say(who, text);
            restarted.Restart();
            var b = await restarted.Say(who, text);
            Assert.That(b.Facts.Select(f => f.GetType()), Is.EqualTo(a.Facts.Select(f => f.GetType())), text);
            Assert.That(StoreJson.Write(restarted.State.Cases), Is.EqualTo(StoreJson.Write(steady.State.Cases)), text);
        }
    }

    private static async Task Say((string Who, string Text, string? Quote)[] said, CountedFailures failures)
    {
        await using var desk = TestDesk.Over(await TestRules.NewStore(), TestRules.Morning.AddHours(1), failures);
        await desk.Say(Haulier, Held);
        foreach (var (who, text, quote) in said)
        {
            desk.Sleep(TimeSpan.FromSeconds(61));
            await desk.Together(() => desk.Receive(who, text, quote));
        }
        Assert.That(desk.Journal().Count(f => f.Body is MessageHeard), Is.EqualTo(said.Length + 1));
    }

    // Two processes decide the same inbox: one message by message, the other all at once.
    private static async Task Twice((string Who, string Text, string? Quote)[] said)
    {
        await using var first = await TestDesk.Open();
        foreach (var (who, text, quote) in said) await first.Say(who, text, quote);
        var inputs = TestRules.Rows(first.Store, Table.Addresses, Table.OuterIds, Table.Inbox)
            .Concat(TestRules.Rows(first.Store, Table.Words).Where(r => !r.Row.Key.Contains("/verdict/", StringComparison.Ordinal)))
            .Concat(TestRules.Rows(first.Store, Table.Meta).Where(r => !r.Row.Key.StartsWith("desk/", StringComparison.Ordinal)));
        await using var second = TestDesk.Over(await TestRules.StoreOf(inputs), first.Now);
        await second.Decide();

        Assert.That(second.State.Position, Is.EqualTo(first.State.Position));
        foreach (var table in new[] { Table.Journal, Table.Views, Table.Dues, Table.Notices, Table.Words, Table.Rules })
            Assert.That(Shown(second.Store, table), Is.EqualTo(Shown(first.Store, table)), table.ToString());
    }

    private static IEnumerable<string> Shown(IReader store, Table table) => TestRules.Rows(store, table).Select(r => r.Row.Key + " " + Encoding.UTF8.GetString(r.Row.Value));
}
