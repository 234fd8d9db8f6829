using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Reports;
using ChatIntake.Tests.Desk;
using CsCheck;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Reports;

/// <summary>Histories that nobody would think of, through the real desk.</summary>
internal sealed class BalanceTests
{
    private static readonly string[] Enterprises = [Haulier, HaulierBoss, Hirer, Potter, Founder, Stranger, "龙哥(危运、普货)"];

    private static readonly string[] Speeches =
    [
        Held, HeldStill, HeldOver, HeldTakenBack, Hiring, Blackout, Loan, Anonymous, Talk, "都解决了,谢谢", "还没人联系我们", "停电的事已经恢复正常,修好了",
        "反映两个问题:1、我们招不到工人,普工缺口180个;2、车间停电了,供电线路坏了没人修", "不用管了,是误会", "我们也是一样的情况",
    ];

    private static readonly string[] Commanders = [TestDesk.Bureau, TestDesk.Clerk, TestDesk.Leader, "特派员-陈立新", "特派员-涂小军", "交警聂警官", "供电局 谢工", "人社局 夏姐", Haulier];

    private static readonly string[] Verbs =
    [
        "受理", "派单 {0} 交警大队", "派单 {0} 供电局", "签收", "回复 {0} 在办", "办结", "办结", "催办", "升级", "不是问题", "认领 {0} 大青山", "认领 {0} 榕峰", "撤销", "撤销", "撤销",
        "复工 榕丰 {0}", "停工 榕峰", "登记", "受理 {0} 签收 {0}\n办结 {0}", "查询", "待办",
    ];

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (5, Gen.Select(Gen.OneOf(Enterprises), Gen.OneOf(Speeches), Gen.Bool, (who, what, park) => new Step(who, what, null, park, 0))),
        (9, Gen.Select(Gen.OneOf(Commanders), Gen.OneOf(Verbs), Gen.Int[1, 40], Gen.OneOf(Speeches), Gen.Int[0, 5], (who, verb, number, quote, odd) => new Step(
            who, "@小企 " + (verb.Contains('{', StringComparison.Ordinal) ? string.Format(System.Globalization.CultureInfo.InvariantCulture, verb, number) : $"{verb} {number}"),
            verb == "登记" || odd == 0 ? quote : null, false, 0))),
        (3, Gen.Int[1, 400].Select(minutes => new Step("", "", null, false, minutes))));

    [Test]
    public void Every_day_adds_up_and_the_journal_tells_the_same_story_whatever_happens() =>
        Steps.Array[400, 700].Sample(history => Live(history).GetAwaiter().GetResult(), iter: 5, threads: 1);

    private static async Task Live(Step[] history)
    {
        await using var desk = await TestDesk.Open();
        foreach (var step in history)
        {
            if (step.Minutes > 0) await desk.Pass(TimeSpan.FromMinutes(step.Minutes));
            else await desk.Together(() => desk.Receive(step.Who, step.What, step.Quote, step.Park ? TestDesk.Park : TestDesk.City));
            var now = DecideCut.Report(desk.State, desk.Roster, default);
            Assert.That(now.OpenBefore + now.Moves.Net, Is.EqualTo(now.OpenNow), step.ToString());
        }
        await desk.Pass(TimeSpan.FromDays(2));

        var journal = desk.Journal();
        Assert.That(journal.Select(f => f.Body), Has.None.InstanceOf<DayUnbalanced>().And.None.InstanceOf<InputSetAside>());
        var cuts = journal.Select(f => f.Body).OfType<DayCut>().Select(c => c.Report).ToList();
        Assert.That(cuts, Has.Count.GreaterThan(1));
        for (var i = 0; i < cuts.Count; i++)
        {
            Assert.That(cuts[i].OpenBefore, Is.EqualTo(i == 0 ? 0 : cuts[i - 1].OpenNow));
            Assert.That(cuts[i].Categories.Sum(c => c.New), Is.EqualTo(cuts[i].Moves.New));
            Assert.That(cuts[i].Categories.Sum(c => c.Resolved), Is.EqualTo(cuts[i].Moves.Resolved));
            Assert.That(cuts[i].Categories.Sum(c => c.Open), Is.EqualTo(cuts[i].OpenNow));
        }
        Assert.That(desk.State.Cases.Keys, Is.EqualTo(Enumerable.Range(1, desk.State.Cases.Count).Select(n => (long)n)));
        AssertProjections(desk);
    }

    private static void AssertProjections(TestDesk desk)
    {
        foreach (var about in desk.State.Cases.Values)
            Assert.That(StoreJson.Write(Views.Case(desk.Store, TestDesk.Id, about.Id)), Is.EqualTo(StoreJson.Write(about)));
        var running = desk.State.Cases.Values.Sum(c => c.Parts.Where(p => p.Open).Sum(p => p.Clocks.Count(k => k.Running)));
        Assert.That(desk.DueNames().Count(d => d.Contains("/case/", StringComparison.Ordinal)), Is.EqualTo(running));
        var live = StoreJson.Write(desk.State);
        desk.Restart();
        Assert.That(StoreJson.Write(desk.State), Is.EqualTo(live));
    }

    private sealed record Step(string Who, string What, string? Quote, bool Park, int Minutes);
}
