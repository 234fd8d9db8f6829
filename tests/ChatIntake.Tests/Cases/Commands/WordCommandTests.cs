using ChatIntake.Desk;
using ChatIntake.Journal;
using ChatIntake.Segmentation;
using ChatIntake.Tests.Desk;
using static ChatIntake.Tests.Desk.TestReports;

namespace ChatIntake.Tests.Cases.Commands;

/// <summary>加词 and 删词.</summary>
internal sealed class WordCommandTests
{
    private const string Text = "昨天磷酸铵镁沉淀池和榕大坝堵了";

    private TestDesk desk = null!;

    [SetUp]
    public async Task Open() => desk = await TestDesk.Open();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    [Test]
    public async Task Words_are_known_from_the_next_message_on()
    {
        Assert.That(Words(), Does.Not.Contain("磷酸铵镁沉淀池").And.Not.Contain("榕大坝"));

        var said = await desk.Command("加词 磷酸铵镁沉淀池、榕大坝");

        Assert.Multiple(() =>
        {
            Assert.That(said.Facts.OfType<WordAdded>().Select(w => w.Word), Is.EqualTo(new[] { "磷酸铵镁沉淀池", "榕大坝" }));
            Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "done.add-word" }));
            Assert.That(said.The("done.add-word").Args.Number, Is.EqualTo(2));
            Assert.That(Words(), Does.Contain("磷酸铵镁沉淀池").And.Contain("榕大坝"));
        });
    }

    [Test]
    public async Task A_word_that_was_removed_is_cut_apart_again()
    {
        await desk.Command("加词 磷酸铵镁沉淀池 榕大坝");
        var before = Words().ToList();

        var said = await desk.Command("删词 榕大坝");

        Assert.Multiple(() =>
        {
            Assert.That(said.The<WordRemoved>().Word, Is.EqualTo("榕大坝"));
            Assert.That(before, Does.Contain("榕大坝"));
            Assert.That(Words(), Does.Contain("磷酸铵镁沉淀池").And.Not.Contain("榕大坝"));
        });
    }

    [Test]
    public async Task A_restart_knows_the_same_words()
    {
        await desk.Command("加词 磷酸铵镁沉淀池 榕大坝");
        await desk.Command("删词 榕大坝");
        var live = StoreJson.Write(desk.State);

        desk.Restart();

        Assert.Multiple(() =>
        {
            Assert.That(StoreJson.Write(desk.State), Is.EqualTo(live));
            Assert.That(Words(), Does.Contain("磷酸铵镁沉淀池").And.Not.Contain("榕大坝"));
        });
    }

    [Test]
    public async Task A_new_lexicon_or_roster_keeps_the_words()
    {
        await desk.Command("加词 榕大坝");

        await desk.Rule(RuleKinds.Lexicon, TestRules.Folder("lexicon").Replace("1 特派员", "1 特派员 新加的词", StringComparison.Ordinal));
        Assert.That(Words(), Does.Contain("榕大坝"));
        Assert.That(Words("这是新加的词吗"), Does.Contain("新加的词"));

        await desk.Rule(RuleKinds.Roster, (await File.ReadAllTextAsync(TestRules.Data("town/roster.json"))).Replace("\"榕峰化工\"", "\"榕峰化工\", \"磷酸铵镁\"", StringComparison.Ordinal));
        Assert.That(Words(), Does.Contain("榕大坝").And.Contain("磷酸铵镁"));
    }

    [Test]
    public async Task Another_desk_knows_nothing_of_them()
    {
        await desk.Command("加词 榕大坝");
        await using var other = await TestDesk.Open();

        Assert.That(Words(Text, other), Does.Not.Contain("榕大坝"));
    }

    [TestCase("榕峰化工昨天停产", "榕峰化工")]
    [TestCase("牛场坝工业园的路断了", "牛场坝工业园")]
    [TestCase("请特派员看看派工单和通行证", "派工单")]
    [TestCase("复工复产要磷酸", "复工复产")]
    [TestCase("复工复产要磷酸", "磷酸")]
    [TestCase("三岔沟煤矿来了", "三岔沟煤矿")]
    public void Names_of_the_roster_and_words_of_the_lexicon_are_known(string text, string word) => Assert.That(Words(text), Does.Contain(word));

    [TestCase("加词", "needs-word")]
    [TestCase("加词 ,、", "needs-word")]
    [TestCase("加词 磷", "bad-word")]
    [TestCase("加词 磷酸 a!b", "bad-word")]
    [TestCase("加词 13800070007", "bad-word")]
    [TestCase("加词 磷酸😀", "bad-word")]
    [TestCase("加词 一二三四五六七八九十一二三四五六七八九十一", "bad-word")]
    [TestCase("删词", "needs-word")]
    [TestCase("删词 榕大坝", "unknown-word")]
    public async Task What_is_no_word_is_refused_with_a_reason(string text, string code)
    {
        var said = await desk.Command(text);

        Assert.Multiple(() =>
        {
            Assert.That(said.The<CommandRefused>().Code, Is.EqualTo(code));
            Assert.That(said.AnswersIn(desk.Group(TestDesk.City)), Is.EqualTo(new[] { "refused." + code }));
            Assert.That(desk.State.AddedWords, Is.Empty);
        });
    }

    [Test]
    public async Task One_bad_word_spoils_the_command()
    {
        await desk.Command("加词 榕大坝");
        await desk.Command("加词 派工单 x");
        await desk.Command("删词 榕大坝 派工单");

        Assert.That(desk.State.AddedWords, Is.EqualTo(new[] { "榕大坝" }));
    }

    [Test]
    public async Task Verbs_and_numbers_among_the_words_are_words()
    {
        var said = await desk.Command("加词 复工复产 受理 3号楼\n待办");

        Assert.That(said.Facts.OfType<CommandObeyed>().Count(), Is.EqualTo(1));
        Assert.That(desk.State.AddedWords, Is.EquivalentTo(new[] { "复工复产", "受理", "3号楼" }));
    }

    [Test]
    public async Task Full_width_and_capitals_make_no_other_word()
    {
        await desk.Command("加词 ５Ｇ专班");
        var again = await desk.Command("加词 5g专班");

        Assert.That(again.Has<WordAdded>(), Is.False);
        Assert.That(desk.State.AddedWords, Is.EqualTo(new[] { "5g专班" }));
        Assert.That(Words("请5G专班来"), Does.Contain("5g专班"));
    }

    [Test]
    public async Task What_others_have_changed_since_is_not_taken_back()
    {
        await desk.Command("加词 榕大坝");
        await desk.Command("删词 榕大坝", by: TestDesk.Clerk);

        Assert.That((await desk.Command("撤销")).The<CommandRefused>().Code, Is.EqualTo("built-on"));
    }

    [Test]
    public async Task What_was_taken_back_is_cut_apart_again()
    {
        await desk.Command("加词 榕大坝");
        await desk.Command("撤销");

        Assert.That(Words(), Does.Not.Contain("榕大坝"));
    }

    [Test]
    public async Task Enterprises_cannot_add_words()
    {
        var said = await desk.Command("加词 榕大坝", by: Haulier);

        Assert.That(said.The<CommandRefused>().Code, Is.EqualTo("no-right"));
        Assert.That(desk.State.AddedWords, Is.Empty);
    }

    private List<string> Words(string text = Text, TestDesk? of = null)
    {
        // As triage looks at a text.
        text = ChatIntake.Triage.TextView.Normalise(text);
        var tokens = new List<Token>();
        (of ?? desk).Runner.Rules.Triager.Rules.Reading.Segmenter.Cut(text, tokens);
        return [.. tokens.Select(t => text.Substring(t.Start, t.Length))];
    }
}
