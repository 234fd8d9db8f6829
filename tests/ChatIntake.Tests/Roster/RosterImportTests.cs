using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Roster;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Roster;

public sealed class RosterImportTests
{
    private const string First = """
        { "format": "chatintake-roster", "version": 1,
          "enterprises": [
            { "key": "E1", "name": "一厂", "aliases": ["老一"], "commissioner": "C1", "members": [{ "user": "e1", "display": "一厂 张总", "phone": "13800070001", "title": "总经理" }] },
            { "key": "E2", "name": "二厂", "members": [{ "user": "e2", "display": "二厂 李总" }] } ],
          "departments": [{ "key": "D1", "name": "交通局", "staff": [{ "user": "d1", "display": "交通 王科", "head": true }] }, { "key": "D2", "name": "电力局" }],
          "commissioners": [{ "key": "C1", "name": "陈", "user": "c1", "from": "2020-02-10", "to": "2020-02-20" }, { "key": "C2", "name": "罗", "user": "c2" }],
          "bureau": [{ "user": "b1", "display": "工信 小易" }] }
        """;

    private StoredDesk desk = null!;

    [SetUp]
    public async Task Open()
    {
        desk = StoredDesk.InMemory();
        await desk.Import(RuleKinds.Roster, First);
    }

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    private DeskRoster Roster => desk.Runner.Rules.Roster;

    private MemberId User(string user) => Addresses.FindMember(desk.Store, new OuterAddress("wecom", "ww-qingrong", user))!.Value;

    private SenderRole Role(string user, int day = 24) => Roster.Index.Role(User(user), new DateOnly(2020, 2, day));

    [Test]
    public async Task The_same_file_again_changes_nothing()
    {
        var facts = desk.Facts.Count();
        await desk.Import(RuleKinds.Roster, First);
        Assert.That(desk.Facts.Count(), Is.EqualTo(facts));
    }

    [Test]
    public async Task Keys_keep_their_ids_through_a_rename_and_new_ones_get_new_ids()
    {
        await desk.Import(RuleKinds.Roster, First.Replace("\"name\": \"一厂\"", "\"name\": \"壹号工厂\"", StringComparison.Ordinal)
            .Replace("{ \"key\": \"E2\"", "{ \"key\": \"E3\", \"name\": \"三厂\" }, { \"key\": \"E2\"", StringComparison.Ordinal)
            .Replace("{ \"key\": \"D1\"", "{ \"key\": \"D3\", \"name\": \"水务局\" }, { \"key\": \"D1\"", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(Roster.Enterprises.Select(e => (e.Key, e.Id.Value, e.Name)), Is.EqualTo(new[] { ("E1", 1L, "壹号工厂"), ("E3", 3L, "三厂"), ("E2", 2L, "二厂") }));
            Assert.That(Roster.Departments.Select(d => (d.Key, d.Id.Value)), Is.EqualTo(new[] { ("D3", 3L), ("D1", 1L), ("D2", 2L) }));
            Assert.That(desk.State.Rules[RuleKinds.Roster].Version, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task What_vanishes_is_ended_never_deleted_and_comes_back_as_itself()
    {
        await desk.Import(RuleKinds.Roster, """{ "format": "chatintake-roster", "version": 1, "enterprises": [{ "key": "E9", "name": "九厂" }] }""");
        Assert.Multiple(() =>
        {
            Assert.That(Roster.Enterprises.Select(e => (e.Key, e.Id.Value, e.Ended)), Is.EqualTo(new[] { ("E9", 3L, false), ("E1", 1L, true), ("E2", 2L, true) }));
            Assert.That(Roster.Departments.Select(d => d.Ended), Is.All.True);
            Assert.That(Roster.Commissioners.Select(c => c.Ended), Is.All.True);
            Assert.That((Role("e1"), Role("d1"), Role("c2"), Role("b1")), Is.EqualTo((SenderRole.Other, SenderRole.Other, SenderRole.Other, SenderRole.Other)));
            Assert.That(Roster.Index.Enterprise(new EnterpriseId(1))!.Name, Is.EqualTo("一厂"), "old cases still show it");
        });
        await desk.Import(RuleKinds.Roster, First);
        Assert.Multiple(() =>
        {
            Assert.That(Roster.Enterprises.Select(e => (e.Key, e.Id.Value, e.Ended)), Is.EqualTo(new[] { ("E1", 1L, false), ("E2", 2L, false), ("E9", 3L, true) }));
            Assert.That(Role("e1"), Is.EqualTo(SenderRole.Enterprise));
        });
    }

    [TestCase(9, SenderRole.Other)]
    [TestCase(10, SenderRole.Commissioner)]
    [TestCase(20, SenderRole.Commissioner)]
    [TestCase(21, SenderRole.Other)]
    public void A_commissioner_has_the_post_from_its_first_day_to_its_last(int day, SenderRole role)
    {
        Assert.That(Role("c1", day), Is.EqualTo(role));
        Assert.That(Roster.Index.Stationed(User("c1"), new DateOnly(2020, 2, day)), role == SenderRole.Commissioner ? Is.EqualTo(new[] { new EnterpriseId(1) }) : Is.Null);
    }

    [Test]
    public void A_commissioner_without_dates_always_has_the_post() => Assert.That((Role("c2", 1), Role("c2", 29)), Is.EqualTo((SenderRole.Commissioner, SenderRole.Commissioner)));

    [Test]
    public void Names_titles_and_phones_lie_with_the_words_under_the_person()
    {
        var words = WordsTable.Get(desk.Store, desk.Id, new WordsKey(WordsKind.Person, User("e1").Value))!;
        Assert.That((words.Person, words.Body!.Name, words.Body.Title, words.Body.Phone), Is.EqualTo(((MemberId?)User("e1"), "一厂 张总", "总经理", "13800070001")));
    }

    [Test]
    public async Task A_broken_roster_is_refused_as_a_whole_and_binds_nobody()
    {
        await desk.Import(RuleKinds.Roster, First.Replace("\"key\": \"E2\"", "\"key\": \"E1\"", StringComparison.Ordinal).Replace("\"b1\"", "\"b9\"", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(desk.Facts.Last(), Is.InstanceOf<RuleRefused>());
            Assert.That(Roster.Enterprises, Has.Count.EqualTo(2));
            Assert.That(Addresses.FindMember(desk.Store, new OuterAddress("wecom", "ww-qingrong", "b9")), Is.Null);
        });
    }
}
