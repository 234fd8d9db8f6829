using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Roster;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Roster;

public sealed class RosterBindingTests
{
    private const string Corp = "ww-qingrong";
    private StoredDesk desk = null!;

    [SetUp]
    public void Open() => desk = StoredDesk.InMemory();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    private MemberId? User(string user) => Addresses.FindMember(desk.Store, new OuterAddress("wecom", Corp, user));

    private MemberId? Named(string name) => Addresses.FindMember(desk.Store, RosterBinding.TranscriptName(name));

    [Test]
    public async Task Players_bind_user_id_and_display_name_to_one_person_and_group_addresses_to_one_group()
    {
        await desk.Import(RuleKinds.Roster, TownFiles.Roster);
        Assert.Multiple(() =>
        {
            Assert.That(User("e001-wang"), Is.EqualTo(Named("榕峰化工 王总")).And.Not.Null);
            Assert.That(
                Addresses.FindGroup(desk.Store, new OuterAddress("wecom", Corp, "wrQR-STAFF")),
                Is.EqualTo(Addresses.FindGroup(desk.Store, RosterBinding.TranscriptName("专班工作群"))).And.EqualTo(desk.Runner.Rules.Roster.Groups.Single(g => g.Key == "GS").Id));
            Assert.That(Addresses.Of(desk.Store, User("e001-wang")!.Value).Select(a => a.Value), Is.EquivalentTo(new[] { "e001-wang", "榕峰化工 王总" }));
        });
    }

    [Test]
    public async Task On_live_channels_a_display_name_carries_no_rights()
    {
        await desk.Import(RuleKinds.Roster, TownFiles.Roster, players: false);
        Assert.Multiple(() =>
        {
            Assert.That(User("b01"), Is.Not.Null);
            Assert.That(Named("工信局-程敏"), Is.Null);
            Assert.That(Addresses.FindGroup(desk.Store, RosterBinding.TranscriptName("专班工作群")), Is.Null);
        });
    }

    [Test]
    public async Task People_without_a_user_id_are_unknown_to_live_channels()
    {
        await desk.Import(RuleKinds.Roster, """{ "bureau": ["工信局-程敏"] }""", players: false);
        Assert.That(desk.Runner.Rules.Roster.Bureau, Is.Empty);
        await desk.Import(RuleKinds.Roster, """{ "bureau": ["工信局-程敏"], "others": [] }""");
        Assert.That(desk.Runner.Rules.Roster.Bureau, Is.EqualTo(new[] { Named("工信局-程敏")!.Value }));
    }

    [Test]
    public async Task Two_people_who_share_a_display_name_stay_two()
    {
        await desk.Import(RuleKinds.Roster, """
            { "format": "chatintake-roster", "version": 1,
              "bureau": [{ "user": "b1", "display": "小王" }],
              "enterprises": [{ "name": "一厂", "members": [{ "user": "e1", "display": "小王" }] }] }
            """);
        Assert.Multiple(() =>
        {
            Assert.That(User("b1"), Is.Not.EqualTo(User("e1")));
            Assert.That(desk.Runner.Rules.Roster.Index.Role(User("e1")!.Value, new DateOnly(2020, 2, 24)), Is.EqualTo(SenderRole.Enterprise));
            Assert.That(desk.Runner.Rules.Roster.Index.Role(User("b1")!.Value, new DateOnly(2020, 2, 24)), Is.EqualTo(SenderRole.Bureau));
        });
    }

    [Test]
    public async Task A_person_known_by_display_name_keeps_the_id_when_a_user_id_is_given_later()
    {
        await desk.Import(RuleKinds.Roster, """{ "bureau": ["小王"] }""");
        var before = Named("小王");
        await desk.Import(RuleKinds.Roster, """{ "format": "chatintake-roster", "version": 1, "bureau": [{ "user": "b1", "display": "小王" }] }""");
        Assert.That(User("b1"), Is.EqualTo(before));
    }

    [Test]
    public async Task The_same_user_id_in_another_corp_is_another_person()
    {
        await desk.Import(RuleKinds.Roster, TownFiles.Roster);
        Assert.That(Addresses.FindMember(desk.Store, new OuterAddress("wecom", "ww-other", "b01")), Is.Null);
    }
}
