using ChatIntake.Cases;
using ChatIntake.Desk;
using ChatIntake.Roster;
using ChatIntake.Tests.Desk;
using ChatIntake.Triage;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Roster;

internal sealed class RightsTests
{
    private TestDesk desk = null!;

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [TestCase("2020-02-11", "特派员-刘艺", false)]
    [TestCase("2020-02-12", "特派员-刘艺", true)]
    [TestCase("2020-02-20", "特派员-顾长风", true)]
    [TestCase("2020-02-21", "特派员-顾长风", false)]
    [TestCase("2020-02-20", "特派员-涂小军", false)]
    [TestCase("2020-02-21", "特派员-涂小军", true)]
    public async Task A_commissioner_has_rights_from_the_first_day_to_the_last(string day, string who, bool may)
    {
        desk = await TestDesk.Open();
        await desk.Say(Hirer, Hiring);
        var actor = Actor.Of(desk.Member(who), DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), desk.Roster, null);

        Assert.That(actor.Role == SenderRole.Commissioner, Is.EqualTo(may));
        Assert.That(Rights.MayCommand(actor, ChatIntake.Cases.Commands.Verb.Urge, desk.Case(1)), Is.EqualTo(may));
    }

    [Test]
    public async Task A_commissioner_whose_time_is_over_is_refused_at_the_desk()
    {
        desk = await TestDesk.Open();
        await desk.Say(Hirer, Hiring);

        Assert.That((await desk.Command("受理 1", by: "特派员-顾长风")).The<CommandRefused>().Code, Is.EqualTo("no-right"));
        Assert.That((await desk.Command("受理 1", by: "特派员-涂小军")).Has<CaseAccepted>(), Is.True);
    }

    [Test]
    public async Task The_days_of_a_commissioner_are_days_in_China()
    {
        desk = await TestDesk.Open();
        await desk.Say(Hirer, Hiring);
        await desk.Rule(RuleKinds.Roster, (await File.ReadAllTextAsync(TestRules.Data("town/roster.json")))
            .Replace("\"from\": \"2020-02-21\"", "\"from\": \"2020-02-25\"", StringComparison.Ordinal));

        await desk.Pass(TimeSpan.FromHours(16) - TimeSpan.FromSeconds(1));
        Assert.That((await desk.Command("受理 1", by: "特派员-涂小军")).The<CommandRefused>().Code, Is.EqualTo("no-right"));
        await desk.Pass(TimeSpan.FromSeconds(1));
        Assert.That((await desk.Command("受理 1", by: "特派员-涂小军")).Has<CaseAccepted>(), Is.True);
    }

    [Test]
    public async Task Who_speaks_for_two_firms_asks_after_the_cases_of_both()
    {
        desk = await TestDesk.Open();
        const string both = "龙哥(危运、普货)";
        await desk.Say(both, "鼎信物流招不到司机,普货司机缺口20人,想请人社局帮忙招工");
        await desk.Say(both, "龙腾危运两台槽车堵在舞溪卡点,不让过,请协调");

        Assert.That(desk.State.Cases.Values.Select(c => c.Enterprise), Is.EqualTo(new ChatIntake.Chat.EnterpriseId?[] { desk.Firm("鼎信").Id, desk.Firm("龙腾").Id }));
        foreach (var number in new[] { 1, 2 })
            Assert.That((await desk.Command($"查询 {number}", by: both)).AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "query" }));
    }

    [Test]
    public async Task The_least_entitled_reader_of_a_place_decides_what_is_shown()
    {
        desk = await TestDesk.Open();
        Topic[] money = [new("labour.hiring"), new("funds.loans")];

        Assert.That(Rights.MayShow(GroupKind.Enterprise, true, CaseAspect.Content, money), Is.False);
        Assert.That(Rights.MayShow(GroupKind.Enterprise, false, CaseAspect.State, money), Is.True);
        Assert.That(Rights.MayShow(GroupKind.Enterprise, true, CaseAspect.Content, [new Topic("labour.hiring")]), Is.True);
        Assert.That(Rights.MayShow(GroupKind.Enterprise, false, CaseAspect.Content, [new Topic("labour.hiring")]), Is.False, "a case of another group");
        Assert.That(Rights.MayShow(GroupKind.Staff, false, CaseAspect.Content, money), Is.True);
    }

    [Test]
    public async Task Who_may_see_a_case_about_money_is_told_by_role()
    {
        desk = await TestDesk.Open();
        await desk.Say(Founder, Loan);
        string[] content = [TestDesk.Bureau, TestDesk.Leader, "特派员-邓卫国", "金融办 靳主任", Founder];
        string[] state = ["特派员-陈立新", "供电局 谢工"];
        string[] nothing = [Hirer, "邮政速递老覃"];

        Assert.That(content.Where(who => !May(who, CaseAspect.Content)), Is.Empty);
        Assert.That(state.Where(who => !May(who, CaseAspect.State) || May(who, CaseAspect.Content)), Is.Empty);
        Assert.That(nothing.Where(who => May(who, CaseAspect.State)), Is.Empty);
    }

    private bool May(string who, CaseAspect what) => Rights.MaySee(Actor.Of(desk.Member(who), new DateOnly(2020, 2, 24), desk.Roster, null), what, desk.Case(1));
}
