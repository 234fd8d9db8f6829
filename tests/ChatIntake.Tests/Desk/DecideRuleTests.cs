using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Desk;

public sealed class DecideRuleTests
{
    private static IEnumerable<TestCaseData> Broken()
    {
        foreach (var kind in RuleKinds.All)
            foreach (var text in (string[])["", "null", "[]", "{", "7", "\"\\ud800\"", "{\"format\":\"other\",\"version\":1}"]) yield return Case(kind, text);

        yield return Case(RuleKinds.Deadlines, TownFiles.Rule(RuleKinds.Deadlines).Replace("\"contact\": 30", "\"contact\": 0", StringComparison.Ordinal));
        yield return Case(RuleKinds.Deadlines, TownFiles.Rule(RuleKinds.Deadlines).Replace("\"contact\": 30", "\"contakt\": 30", StringComparison.Ordinal));
        yield return Case(RuleKinds.Deadlines, TownFiles.Rule(RuleKinds.Deadlines).Replace("\"normal\"", "\"calm\"", StringComparison.Ordinal));
        yield return Case(RuleKinds.Deadlines, """{"format":"chatintake-deadlines","version":1,"minutes":null}""");
        yield return Case(RuleKinds.Deadlines, """{"format":"chatintake-deadlines","version":1,"minutes":{"critical":null,"urgent":{},"normal":{}}}""");
        yield return Case(RuleKinds.Deadlines, """{"format":"chatintake-deadlines","version":1,"minutes":{"critical":{},"urgent":{}}}""");
        yield return Case(RuleKinds.Settings, """{"format":"chatintake-settings","version":2}""");
        yield return Case(RuleKinds.Settings, """{"cutAt":"25:00"}""");
        yield return Case(RuleKinds.Settings, """{"cutAt":null}""");
        yield return Case(RuleKinds.Settings, """{"botName":""}""");
        yield return Case(RuleKinds.Settings, """{"botName":"\ud800"}""");
        yield return Case(RuleKinds.Settings, """{"burstSeconds":601}""");
        yield return Case(RuleKinds.Settings, """{"undoMinutes":"10"}""");
        yield return Case(RuleKinds.Settings, """{"colour":"red"}""");
        yield return Case(RuleKinds.Routes, """{"format":"chatintake-routes","version":1,"routes":null}""");
        yield return Case(RuleKinds.Routes, """{"format":"chatintake-routes","version":1,"routes":[null]}""");
        yield return Case(RuleKinds.Routes, """{"format":"chatintake-routes","version":1,"routes":[{"category":null,"lead":"D01"}]}""");
        yield return Case(RuleKinds.Routes, """{"format":"chatintake-routes","version":1,"routes":[{"category":"物流运输"}]}""");
        yield return Case(RuleKinds.Routes, """{"format":"chatintake-routes","version":1,"routes":[{"category":"打车","lead":"D01"}]}""");
        yield return Case(RuleKinds.Routes, """{"format":"chatintake-routes","version":1,"routes":[{"category":"资金","sub":"车辆受阻","lead":"D01"}]}""");
        yield return Case(RuleKinds.Routes, """{"format":"chatintake-routes","version":1,"routes":[{"category":"资金","lead":"D01"},{"category":"资金","lead":"D02"}]}""");
        yield return Case(RuleKinds.Texts, """{"a.txt":null}""");
        yield return Case(RuleKinds.Texts, """{"a.txt":"[receipt]\n只有一条"}""");
        yield return Case(RuleKinds.Lexicon, """{"topics.txt":null}""");
        yield return Case(RuleKinds.Lexicon, """{"unheard.txt":"[x]\ny"}""");
        yield return Case("colours", "{}");
    }

    [TestCaseSource(nameof(Broken))]
    public async Task A_broken_document_is_refused_as_a_whole_the_old_one_stays_and_staff_are_told(string kind, string text)
    {
        await using var desk = await StoredDesk.Town();
        var before = desk.State.Rules;
        await desk.Import(kind, text);
        Assert.Multiple(() =>
        {
            Assert.That(desk.Facts.Last(), Is.InstanceOf<RuleRefused>());
            Assert.That(desk.State.Rules, Is.EqualTo(before));
            Assert.That(desk.Runner.Rules.Versions.Values, Is.All.EqualTo(1));
            Assert.That(OutboxTable.Waiting(desk.Store, desk.Id).Single(), Has.Property(nameof(NoticeRow.Template)).EqualTo("rule.refused"));
            Assert.That(desk.Runner.Idle);
        });
    }

    [Test]
    public async Task A_new_version_holds_from_the_next_input_on()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Import(RuleKinds.Settings, TownFiles.Rule(RuleKinds.Settings).Replace("小企", "小助手", StringComparison.Ordinal), advance: false);
        await desk.Receiver.Receive([desk.Message("工信局小易", "@小企 帮助"), desk.Message("工信局小易", "@小助手 帮助")]);
        await desk.Runner.Advance();
        Assert.That(desk.Facts.OfType<MessageHeard>().Select(h => (h.Command, h.Rules[RuleKinds.Settings])), Is.EqualTo(new[] { (false, 2), (true, 2) }));
    }

    [Test]
    public async Task The_document_in_force_is_found_by_its_hash_after_a_restart()
    {
        await using var desk = await StoredDesk.Town(StoredDesk.OnDisk());
        await desk.Restart();
        Assert.Multiple(() =>
        {
            Assert.That(desk.Runner.Rules.Versions.Keys, Is.EquivalentTo(RuleKinds.All));
            Assert.That(desk.Runner.Rules.Roster.Enterprises, Has.Count.EqualTo(92));
        });
    }

    [Test]
    public void Every_kind_has_a_name_on_screens() => Assert.That(RuleKinds.All.Select(RuleKinds.Name), Is.Unique.And.Not.Contains("规则"));

    private static TestCaseData Case(string kind, string text) => new(kind, text);
}
