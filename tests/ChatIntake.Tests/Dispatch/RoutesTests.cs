using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Dispatch;
using ChatIntake.Roster;
using ChatIntake.Tests.Desk;
using ChatIntake.Triage;

namespace ChatIntake.Tests.Dispatch;

internal sealed class RoutesTests
{
    private static readonly Topic Steam = new("utilities.steam");

    private static readonly (string Row, string Lead)[] FromNarrow =
    [
        ("""{"category": "水电气要素", "sub": "蒸汽热力", "place": "东园", "lead": "narrowest"}""", "narrowest"),
        ("""{"category": "水电气要素", "sub": "蒸汽热力", "place": null, "lead": "sub"}""", "sub"),
        ("""{"category": "水电气要素", "sub": null, "place": "东园", "lead": "place"}""", "place"),
        ("""{"category": "水电气要素", "sub": null, "place": null, "lead": "category"}""", "category"),
    ];

    [Test]
    public void The_narrowest_row_wins_whatever_the_order_of_the_file()
    {
        for (var i = 0; i < FromNarrow.Length; i++)
        {
            var rows = FromNarrow[i..].Select(r => r.Row).ToList();
            var lead = FromNarrow[i].Lead;
            var roster = Roster([.. FromNarrow.Select(r => Office(r.Lead))]);
            Assert.That(Key(Parse(rows).Lead(Steam, "东园", roster), roster), Is.EqualTo(lead));
            Assert.That(Key(Parse(Enumerable.Reverse(rows)).Lead(Steam, "东园", roster), roster), Is.EqualTo(lead));
        }
    }

    [Test]
    public void A_row_for_a_place_is_no_row_for_another_or_for_none()
    {
        var roster = Roster(Office("narrowest"), Office("category"));
        var routes = Parse([FromNarrow[0].Row, FromNarrow[3].Row]);

        Assert.That(Key(routes.Lead(Steam, "西园", roster), roster), Is.EqualTo("category"));
        Assert.That(Key(routes.Lead(Steam, "", roster), roster), Is.EqualTo("category"));
    }

    [Test]
    public void Without_a_row_the_roster_says_who_handles_the_topic_and_in_whose_place()
    {
        var anywhere = Office("anywhere") with { Handles = [new Topic("utilities")] };
        var exact = Office("exact") with { Handles = [Steam] };
        var here = Office("here") with { Handles = [new Topic("utilities")], Places = ["东园"] };
        var roster = Roster(anywhere, exact, here);

        Assert.That(Key(Routes.Empty.Lead(Steam, "东园", roster), roster), Is.EqualTo("here"));
        Assert.That(Key(Routes.Empty.Lead(Steam, "西园", roster), roster), Is.EqualTo("exact"));
        Assert.That(Key(Routes.Empty.Lead(new Topic("utilities.gas"), "西园", roster), roster), Is.EqualTo("anywhere"));
    }

    [Test]
    public void What_nobody_handles_goes_to_the_fallback_or_to_nobody()
    {
        var roster = Roster(Office("last"));

        Assert.That(Key(Parse([], "last").Lead(Steam, "东园", roster), roster), Is.EqualTo("last"));
        Assert.That(Routes.Empty.Lead(Steam, "东园", roster), Is.Null);
    }

    [Test]
    public void A_department_that_was_ended_leads_nothing()
    {
        var roster = Roster(Office("category") with { Ended = true }, Office("heir") with { Handles = [Steam] });

        Assert.That(Key(Parse([FromNarrow[3].Row], "category").Lead(Steam, "东园", roster), roster), Is.EqualTo("heir"));
    }

    [Test]
    public async Task The_place_of_the_enterprise_decides_at_the_desk()
    {
        await using var desk = await TestDesk.Open();

        await desk.Say("榕丰小覃", "园区蒸汽停了,蒸汽压力没有了,请协调");
        await desk.Say("铁山铸造 铁哥", "园区蒸汽停了,蒸汽压力没有了,请协调");

        Assert.That(desk.Case(1).Parts.Single().Lead, Is.EqualTo(desk.Office("D24").Id));
        Assert.That(desk.Case(2).Parts.Single().Lead, Is.EqualTo(desk.Office("D20").Id));
    }

    [Test]
    public async Task Where_nobody_leads_an_accepted_case_waits_for_a_department()
    {
        await using var desk = await TestDesk.Open();
        await desk.Rule(RuleKinds.Routes, """{"format": "chatintake-routes", "version": 1, "routes": []}""");
        await desk.Rule(RuleKinds.Roster, (await File.ReadAllTextAsync(TestRules.Data("town/roster.json"))).Replace("\"handles\": [\"用工\"]", "\"handles\": []", StringComparison.Ordinal));
        await desk.Say(TestReports.Hirer, TestReports.Hiring);
        Assert.That(desk.Case(1).Parts.Single().Lead, Is.Null);

        var said = await desk.Command("受理 1");

        Assert.That(desk.Case(1).Stage, Is.EqualTo(ChatIntake.Cases.Stage.AwaitingDispatch));
        Assert.That(said.Notices.Select(n => n.Template), Is.EqualTo(new[] { "done.accept" }));
    }

    [Test]
    public void A_row_given_twice_is_refused() =>
        Assert.That(() => Parse([FromNarrow[0].Row, FromNarrow[0].Row]), Throws.TypeOf<RuleException>());

    private static Routes Parse(IEnumerable<string> rows, string? fallback = null) => Routes.Parse(
        $$"""{"format": "chatintake-routes", "version": 1, "routes": [{{string.Join(',', rows)}}], "fallback": {{(fallback is null ? "null" : $"\"{fallback}\"")}}}""");

    private static Department Office(string key) => new() { Id = default, Key = key, Name = key };

    private static DeskRoster Roster(params Department[] departments) =>
        new() { Departments = [.. departments.Select((d, i) => d with { Id = new DepartmentId(i + 1) })] };

    private static string? Key(DepartmentId? id, DeskRoster roster) => roster.Departments.SingleOrDefault(d => d.Id == id)?.Key;
}
