using System.Text;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.History;
using ChatIntake.Tests.Desk;
using ChatIntake.Triage.Model;

namespace ChatIntake.Tests.History;

/// <summary>What can be learned from what a desk went through.</summary>
internal sealed class DeskPastTests
{
    private const string Trucks = "我们四辆拉原料的车在老鹰嘴卡点被拦下了,不让过";
    private const string Hint = "师傅们都回去过年了,线上一半位子是空的";
    private const string Banter = "今天食堂的红烧肉不错";

    private static readonly DateTimeOffset Ever = DateTimeOffset.MinValue;

    [Test]
    public async Task The_rules_in_force_change_nothing()
    {
        await using var desk = await Talked();
        var result = Past(desk).Replay(desk.Runner.Rules, Ever);
        Assert.That(result.Messages, Is.EqualTo(4), "an instruction is none of them");
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public async Task What_staff_registered_by_hand_is_a_correction_and_no_change()
    {
        await using var desk = await Talked();
        await desk.Command("登记", Banter);
        var result = Past(desk).Replay(desk.Runner.Rules, Ever);
        Assert.That((result.Corrected, result.Mended, result.Changes.Count), Is.EqualTo((1, 0, 0)));
    }

    [Test]
    public async Task What_staff_dismissed_is_a_correction_and_a_dismissal_that_was_undone_is_none()
    {
        await using var desk = await Talked();
        await desk.Command("不是问题 #1");
        Assert.That(Past(desk).Replay(desk.Runner.Rules, Ever), Has.Property("Corrected").EqualTo(1).And.Property("Mended").EqualTo(0));
        await desk.Command("撤销");
        Assert.That(Past(desk).Replay(desk.Runner.Rules, Ever), Has.Property("Corrected").EqualTo(0));
    }

    [Test]
    public async Task A_dial_turned_down_loses_cases_and_turned_up_gains_some()
    {
        await using var desk = await Talked();
        var past = Past(desk);
        Assert.That(past.Replay(Turned(desk, -3), Ever).Changes.Select(c => c.What), Does.Not.Contain(ReplayDifference.Gained));
        var settings = past.Dial(Ever);
        Assert.That(settings.Select(s => s.Leaning), Is.EqualTo(Dial.Settings));
        Assert.That(settings.Select(s => s.Reports), Is.Ordered, "more is found");
        Assert.That(settings.Select(s => s.Missed), Is.Ordered.Descending, "less is missed");
        Assert.That(settings.Select(s => s.False), Is.Ordered, "more is false");
        Assert.That(settings.Single(s => s.Leaning == 0).Reports, Is.EqualTo(desk.State.Cases.Count));
    }

    [Test]
    public async Task The_dial_counts_what_staff_have_said_for_certain()
    {
        await using var desk = await Talked();
        var before = Past(desk).Dial(Ever).Single(s => s.Leaning == 0);
        await desk.Command("登记", Banter);
        var after = Past(desk).Dial(Ever).Single(s => s.Leaning == 0);
        Assert.That(after.Missed, Is.GreaterThan(before.Missed + 0.5));
    }

    [Test]
    public async Task Other_routes_are_told_by_the_departments_that_would_be_proposed()
    {
        await using var desk = await Talked();
        var routes = """{"format":"chatintake-routes","version":1,"routes":[],"fallback":"工信局"}""";
        var elsewhere = desk.Roster.Departments.First(d => d.Id != desk.Case(1).Parts[0].Lead);
        var table = routes.Replace("[]", $$"""[{"category":"物流运输","lead":"{{elsewhere.Key}}"}]""", StringComparison.Ordinal);
        var proposed = desk.Runner.Rules.With(RuleKinds.Routes, 2, Encoding.UTF8.GetBytes(table), TestRules.Segmenter);
        var change = Past(desk).Replay(proposed, Ever).Changes.First(c => c.Case == new CaseId(1));
        Assert.That((change.What, change.After), Is.EqualTo((ReplayDifference.Routed, elsewhere.Name)));
    }

    [Test]
    public async Task Only_what_was_posted_since_counts()
    {
        await using var desk = await Talked();
        desk.Sleep(TimeSpan.FromDays(2));
        var since = desk.Now;
        await desk.Say("榕峰化工 王总", "大家早上好");
        Assert.That(Past(desk).Replay(desk.Runner.Rules, since).Messages, Is.EqualTo(1));
    }

    [Test]
    public async Task A_model_learned_with_the_corrections_judges_as_staff_did_and_the_same_corrections_give_the_same_model()
    {
        await using var desk = await Talked();
        await desk.Command("登记", Banter);
        await desk.Command("不是问题 #1");
        using var folder = new TrainingTowns("fenhe", "altai");
        var (model, messages, corrections) = Past(desk).Learn(folder.Path);
        Assert.That((messages > 500, corrections), Is.EqualTo((true, 2)));
        var result = Past(desk).Replay(With(desk, model), Ever);
        Assert.That((result.Corrected, result.Mended), Is.EqualTo((2, 2)));
        Assert.That(Text(Past(desk).Learn(folder.Path).Model), Is.EqualTo(Text(model)));
    }

    private static DeskPast Past(TestDesk desk) => new(desk.Store, desk.Runner);

    private static RuleBook Turned(TestDesk desk, double leaning)
    {
        var settings = $$"""{"format":"chatintake-settings","version":1,"leaning":{{leaning}}}""";
        return desk.Runner.Rules.With(RuleKinds.Settings, 2, Encoding.UTF8.GetBytes(settings), TestRules.Segmenter);
    }

    private static RuleBook With(TestDesk desk, TriageModel model) =>
        desk.Runner.Rules.With(RuleKinds.Model, 2, Encoding.UTF8.GetBytes(Text(model)), TestRules.Segmenter);

    private static string Text(TriageModel model)
    {
        var text = new StringWriter();
        TriageModelText.Write(model, text);
        return text.ToString();
    }

    // Talk, a report, an addition to it, another firm's report, and an instruction.
    private static async Task<TestDesk> Talked()
    {
        var desk = await TestDesk.Open();
        await desk.Say("金竹焦化马总", Banter);
        await desk.Say("榕峰化工 王总", Trucks);
        await desk.Say("榕峰化工 王总", "车牌我发你们,司机在车上等着");
        await desk.Say("金竹焦化马总", Hint);
        await desk.Command("受理 #1");
        return desk;
    }
}
