using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Segmentation;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Desk;

public sealed class DeskRunnerTests
{
    private const string Report = "我们两车磷矿石在高速口被拦住了,过不来,急!";

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_second_writer_loses_and_writes_nothing(bool disk)
    {
        await using var desk = await StoredDesk.Town(disk ? StoredDesk.OnDisk() : StoredDesk.InMemory());
        var rival = desk.Opened();
        await desk.Say("榕峰化工 王总", Report);
        await desk.Receiver.Receive([desk.Message("榕丰小覃", "我们也是")]);
        var before = Everything(desk);
        Assert.That(async () => await rival.Advance(), Throws.InstanceOf<JournalConflictException>());
        Assert.That(Everything(desk), Is.EqualTo(before));
        await desk.Runner.Advance();
        Assert.That(desk.Facts.OfType<MessageHeard>().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task What_cannot_be_decided_is_set_aside_and_its_neighbours_go_on()
    {
        await using var desk = await StoredDesk.Town(StoredDesk.InMemory(() => new FragileSegmenter()));
        var lexicon = RuleDocuments.ParseFiles(TownFiles.Rule(RuleKinds.Lexicon)).ToDictionary();
        lexicon["solved.txt"] += "\n1 =有毒\n";
        await desk.Import(RuleKinds.Lexicon, RuleDocuments.Join(lexicon));
        await desk.Receiver.Receive([desk.Message("榕峰化工 王总", Report), desk.Message("榕丰小覃", "我们有毒的原料在高速口被拦住了,过不来"), desk.Message("百川 老莫", "大家早")]);
        await desk.Runner.Advance();
        Assert.Multiple(() =>
        {
            Assert.That(desk.Facts.OfType<MessageHeard>().Count(), Is.EqualTo(2));
            Assert.That(desk.Facts.OfType<InputSetAside>(), Is.EqualTo(new[] { new InputSetAside(new InputId(10), "failed") }));
            Assert.That(OutboxTable.Waiting(desk.Store, desk.Id).Select(n => n.Template), Does.Contain("input.set-aside"));
            Assert.That(WordsTable.Get(desk.Store, desk.Id, new WordsKey(WordsKind.Input, 10))!.Body!.Text, Is.EqualTo("我们有毒的原料在高速口被拦住了,过不来"));
            Assert.That(desk.Runner.Idle);
        });
    }

    [Test]
    public async Task Damaged_words_set_their_own_message_aside_and_no_other()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Say("榕峰化工 王总", Report);
        await desk.Receiver.Receive([desk.Message("榕丰小覃", "我们也是"), desk.Message("百川 老莫", "大家早")]);
        await desk.Store.Write(t =>
        {
            t.Put(Table.Words, $"town/input/{StoreKey.Number(9)}", [0xff, 0x00]);
            return 0;
        });
        await desk.Runner.Advance();
        // One that was decided before, and is now only looked at as a neighbour.
        await desk.Store.Write(t =>
        {
            t.Put(Table.Words, $"town/input/{StoreKey.Number(8)}", [0xff, 0x00]);
            return 0;
        });
        await desk.Restart();
        await desk.Say("黔磷新材-石副总", "收到,谢谢");
        Assert.Multiple(() =>
        {
            Assert.That(desk.Facts.OfType<InputSetAside>().Select(f => f.SetAside.Value), Is.EqualTo(new[] { 9 }));
            Assert.That(desk.Facts.OfType<MessageHeard>().Select(f => f.Message.Value), Is.EqualTo(new[] { 8, 10, 11 }));
        });
    }

    [Test]
    public async Task Erased_words_are_decided_as_said_by_nobody_s_words()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Receiver.Receive([desk.Message("榕峰化工 王总", Report)]);
        var key = new WordsKey(WordsKind.Input, 8);
        await desk.Store.Write(t =>
        {
            WordsTable.Put(t, desk.Id, key, WordsTable.Get(t, desk.Id, key)! with { Body = null });
            return 0;
        });
        await desk.Runner.Advance();
        Assert.That(desk.Facts.Last(), Is.InstanceOf<MessageHeard>());
    }

    [Test]
    public async Task Messages_before_the_first_rules_wait_and_are_then_decided_in_order()
    {
        await using var desk = StoredDesk.InMemory();
        await desk.Say("榕峰化工 王总", Report);
        await desk.Import(RuleKinds.Settings, TownFiles.Rule(RuleKinds.Settings));
        await desk.Say("榕丰小覃", "大家早");
        Assert.That(desk.Facts.OfType<MessageHeard>(), Is.Empty);
        desk.Clock.Now += TimeSpan.FromMinutes(3);
        foreach (var (kind, text) in TownFiles.Rules.Skip(1)) await desk.Import(kind, text);
        await desk.Say("百川 老莫", "早");
        var facts = JournalTable.Read(desk.Store, desk.Id).Select(f => f.Fact).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(desk.Runner.Idle);
            Assert.That(facts.Select(f => f.Body).OfType<RuleSet>().Select(r => (r.Kind, r.Version)), Is.EqualTo(TownFiles.Rules.Select(r => (r.Kind, 1))));
            Assert.That(facts.Select(f => f.Body).OfType<MessageHeard>().Select(h => h.Message.Value), Is.EqualTo(new[] { 1, 3, 10 }));
            Assert.That(facts.Select(f => f.RecordedAt), Is.Ordered);
        });
    }

    [Test]
    public async Task A_first_lexicon_that_is_refused_can_be_mended_while_messages_wait()
    {
        await using var desk = StoredDesk.InMemory();
        foreach (var (kind, text) in TownFiles.Rules)
            await desk.Import(kind, kind == RuleKinds.Lexicon ? "{}" : text);
        await desk.Say("榕峰化工 王总", Report);
        await desk.Restart();
        Assert.That(desk.Facts.OfType<RuleRefused>().Select(r => r.Kind), Is.EqualTo(new[] { RuleKinds.Lexicon }));
        await desk.Import(RuleKinds.Lexicon, "{}");
        await desk.Import(RuleKinds.Lexicon, TownFiles.Rule(RuleKinds.Lexicon));
        await desk.Restart();
        await desk.Say("百川 老莫", "早");
        Assert.Multiple(() =>
        {
            Assert.That(desk.Facts.OfType<RuleRefused>().Count(), Is.EqualTo(2));
            Assert.That(desk.Facts.OfType<MessageHeard>().Count(), Is.EqualTo(2));
            Assert.That(desk.Runner.Idle);
        });
    }

    [Test]
    public async Task A_verdict_names_the_versions_by_which_it_was_made()
    {
        await using var desk = await StoredDesk.Town();
        await desk.Import(RuleKinds.Deadlines, TownFiles.Rule(RuleKinds.Deadlines).Replace("\"contact\": 30", "\"contact\": 20", StringComparison.Ordinal));
        await desk.Say("榕峰化工 王总", Report);
        Assert.That(desk.Facts.OfType<MessageHeard>().Single().Rules, Is.EqualTo(new Dictionary<string, int>
        {
            ["deadlines"] = 2, ["lexicon"] = 1, ["model"] = 1, ["roster"] = 1, ["routes"] = 1, ["settings"] = 1, ["texts"] = 1,
        }));
    }

    private static List<string> Everything(StoredDesk desk) =>
        [.. Enum.GetValues<Table>().SelectMany(t => desk.Rows(t).Select(r => $"{t} {r.Key} {Convert.ToHexString(r.Value)}"))];

    /// <summary>Breaks the promise that no text makes a segmenter throw.</summary>
    private sealed class FragileSegmenter : ISegmenter
    {
        private readonly ISegmenter inner = new Segmenter();

        public void Cut(ReadOnlySpan<char> text, List<Token> into)
        {
            if (text.Contains('毒')) throw new InvalidOperationException("Not this one.");
            inner.Cut(text, into);
        }

        public void AddWord(string word) => inner.AddWord(word);
    }
}
