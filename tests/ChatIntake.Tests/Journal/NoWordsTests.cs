using System.Text;
using System.Text.RegularExpressions;
using ChatIntake.Cases.Commands;
using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Roster;

namespace ChatIntake.Tests.Journal;

/// <summary>What people said and who they are lies with the words and nowhere else.</summary>
public sealed partial class NoWordsTests
{
    // Verbs, their help lines and the tiers of enterprises are codes that happen to be Chinese.
    private static readonly HashSet<string> Codes =
    [
        .. CommandTable.Rows.SelectMany(r => r.Synonyms.Append(r.Name)), .. CommandTable.Rows.SelectMany(r => Han(r.Help)), "重点", "规上", "其他",
    ];

    [TestCase(Table.Journal)]
    [TestCase(Table.Inbox)]
    [TestCase(Table.Dues)]
    [TestCase(Table.Views)]
    [TestCase(Table.Notices)]
    [TestCase(Table.Posts)]
    [TestCase(Table.Attempts)]
    [TestCase(Table.OuterIds)]
    [TestCase(Table.Meta)]
    public async Task A_played_morning_leaves_no_words_here(Table table)
    {
        var rows = (await PlayedMorning.Desk()).Rows(table);
        var text = string.Join('\n', rows.Select(r => r.Key + " " + Encoding.UTF8.GetString(r.Value)));
        Assert.Multiple(() =>
        {
            Assert.That(rows, Is.Not.Empty);
            Assert.That(Han(text).Where(run => !Codes.Contains(run)).Distinct(), Is.Empty);
            Assert.That(text, Does.Not.Match("(?<![0-9a-f])1[3-9][0-9]{9}(?![0-9a-f])").And.Not.Contain("\\u4"));
            Assert.That(Said().Concat(People()).Where(words => text.Contains(words, StringComparison.Ordinal)), Is.Empty);
        });
    }

    [Test]
    public async Task Words_hold_what_was_said()
    {
        var text = string.Join('\n', (await PlayedMorning.Desk()).Rows(Table.Words).Select(r => Encoding.UTF8.GetString(r.Value)));
        Assert.That(Said().Where(words => !text.Contains(words, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task The_roster_among_the_rules_names_enterprises_but_no_people()
    {
        var desk = await PlayedMorning.Desk();
        var roster = Encoding.UTF8.GetString(desk.Store.Get(Table.Rules, desk.State.Rules[RuleKinds.Roster].Hash)!);
        Assert.Multiple(() =>
        {
            Assert.That(roster, Does.Contain("榕峰化工有限公司"));
            Assert.That(People().Where(words => roster.Contains(words, StringComparison.Ordinal)), Is.Empty);
            Assert.That(roster, Does.Not.Match("(?<![0-9a-f])1[3-9][0-9]{9}(?![0-9a-f])"));
        });
    }

    [Test]
    public async Task A_commissioner_without_a_key_leaves_no_name_among_the_rules()
    {
        await using var desk = StoredDesk.InMemory();
        await desk.Import(RuleKinds.Roster, """{ "commissioners": [{ "name": "陈立新", "display": "特派员-陈立新" }], "enterprises": [{ "name": "一厂", "commissioner": "陈立新" }] }""");
        var roster = Encoding.UTF8.GetString(desk.Store.Get(Table.Rules, desk.State.Rules[RuleKinds.Roster].Hash)!);
        Assert.Multiple(() =>
        {
            Assert.That(roster, Does.Not.Contain("陈立新"));
            Assert.That(desk.Runner.Rules.Roster.Commissioners.Single().Enterprises, Has.Count.EqualTo(1));
        });
    }

    // What a serialised text looks like between its quotation marks.
    private static IEnumerable<string> Said() =>
        TownFiles.Morning.Select(m => Encoding.UTF8.GetString(StoreJson.Write(m.Text)).Trim('"')).Where(t => t.Length >= 4).Distinct();

    private static IEnumerable<string> People() => RosterFileReader.Read(TownFiles.Roster).File!.People
        .SelectMany(p => new[] { p.Display, p.Phone }).Concat(RosterFileReader.Read(TownFiles.Roster).File!.Commissioners.Select(c => c.Name)).OfType<string>().Distinct();

    private static IEnumerable<string> Han(string text) => HanRuns().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex HanRuns();
}
