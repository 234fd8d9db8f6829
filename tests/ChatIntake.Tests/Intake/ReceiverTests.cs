using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Tests.Journal;

namespace ChatIntake.Tests.Intake;

public sealed class ReceiverTests
{
    private StoredDesk desk = null!;

    [SetUp]
    public async Task Open() => desk = await StoredDesk.Town();

    [TearDown]
    public async Task Close() => await desk.DisposeAsync();

    private IReadOnlyList<(InputId Id, InboxRow Row)> Heard => Inbox.After(desk.Store, desk.Id, new InputId(TownFiles.Rules.Count), 1000);

    private WordsRow Words(InputId id) => WordsTable.Get(desk.Store, desk.Id, new WordsKey(WordsKind.Input, id.Value))!;

    [Test]
    public async Task The_same_outer_id_is_heard_once_in_a_batch_later_and_after_a_restart()
    {
        var message = desk.Message("榕峰化工 王总", "大家早");
        Assert.That(await desk.Receiver.Receive([message, message with { Text = "改过的" }]), Is.EqualTo(1));
        await desk.Restart();
        Assert.That(await desk.Receiver.Receive([message]), Is.Zero);
        Assert.That(await desk.Receiver.Receive([message with { Way = "bot:main", Source = "bot/ww" }]), Is.EqualTo(1), "another way has ids of its own");
    }

    [Test]
    public async Task What_a_channel_remembers_is_kept_even_if_nothing_was_new()
    {
        var message = desk.Message("榕峰化工 王总", "大家早");
        await desk.Receiver.Receive([message]);
        await desk.Receiver.Receive([message], alongside: t => t.Put(Table.Meta, "archive/seq", [7]));
        Assert.That(desk.Store.Get(Table.Meta, "archive/seq"), Is.EqualTo(new byte[] { 7 }));
    }

    [Test]
    public async Task Listeners_hear_of_new_messages_only()
    {
        var (receiver, raised) = (desk.Receiver, 0);
        receiver.Received += () => raised++;
        var message = desk.Message("榕峰化工 王总", "大家早");
        await receiver.Receive([message]);
        await receiver.Receive([message]);
        Assert.That(raised, Is.EqualTo(1));
    }

    [Test]
    public async Task Recording_never_goes_back_when_the_clock_does()
    {
        desk.Clock.Now = StoredDesk.Start.AddHours(2);
        await desk.Say("榕峰化工 王总", "早");
        desk.Clock.Now = StoredDesk.Start.AddHours(1);
        await desk.Receiver.Receive([desk.Message("榕峰化工 王总", "第二条") with { PostedAt = null }]);
        await desk.Say("榕峰化工 王总", "第三条");
        await desk.Import(RuleKinds.Settings, TownFiles.Rule(RuleKinds.Settings) + "\n");
        Assert.Multiple(() =>
        {
            Assert.That(Heard.Select(h => h.Row.RecordedAt), Is.All.EqualTo(StoredDesk.Start.AddHours(2)));
            Assert.That(Heard[1].Row.PostedAt, Is.EqualTo(StoredDesk.Start.AddHours(2)), "where the channel does not tell, the instant of recording");
            Assert.That(JournalTable.Read(desk.Store, desk.Id).Select(f => f.Fact.RecordedAt), Is.Ordered);
        });
    }

    [Test]
    public async Task Instants_are_kept_in_whole_milliseconds_and_nothing_is_posted_in_the_future()
    {
        desk.Clock.Now = StoredDesk.Start.AddTicks(12_345_678);
        await desk.Receiver.Receive([desk.Message("榕峰化工 王总", "一") with { PostedAt = desk.Clock.Now.AddHours(3) }, desk.Message("榕峰化工 王总", "二") with { PostedAt = DateTimeOffset.MinValue }]);
        await desk.Runner.Advance();
        Assert.Multiple(() =>
        {
            Assert.That(Heard[0].Row.RecordedAt, Is.EqualTo(StoredDesk.Start.AddMilliseconds(1234)));
            Assert.That(Heard[0].Row.PostedAt, Is.EqualTo(Heard[0].Row.RecordedAt));
            Assert.That(desk.Facts.OfType<InputSetAside>(), Is.Empty);
            Assert.That(desk.Facts.OfType<MessageHeard>().Last().Late);
        });
    }

    // Attributes cannot hold half a surrogate pair.
    private static readonly string[] OddIds = ["a/b%2F?#中文 \t\n\u0000", "..", "", "\ud800x"];

    private static readonly string[][] Dirty = [["好\ud83d的", "好\ufffd的"], ["一\u0000\u0007二\r\n三\t四", "一二\n三\t四"]];

    [TestCaseSource(nameof(OddIds))]
    public async Task Odd_outer_ids_are_ids_like_any_other(string id)
    {
        var message = desk.Message("榕峰化工 王总", "早") with { OuterId = id, Chat = new OuterAddress("wecom", id, id), Sender = new OuterAddress("wecom", id, id) };
        Assert.That(await desk.Receiver.Receive([message, message with { OuterId = id + "'" }, message]), Is.EqualTo(2));
        await desk.Runner.Advance();
        Assert.That(desk.Facts.OfType<MessageHeard>().Select(h => h.Member).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Outer_ids_of_any_length_stay_apart_when_they_differ_at_the_end()
    {
        var (one, other) = (new string('长', 30_000) + "1", new string('长', 30_000) + "2");
        var message = desk.Message("榕峰化工 王总", "早") with { OuterId = one, Chat = new OuterAddress(one, one, one), Sender = new OuterAddress(one, one, one) };
        Assert.That(await desk.Receiver.Receive([message, message with { OuterId = other, Sender = new OuterAddress(one, one, other) }, message]), Is.EqualTo(2));
        Assert.That(Heard.Select(h => h.Row.Sender).Distinct().Count(), Is.EqualTo(2));
    }

    [TestCaseSource(nameof(Dirty))]
    public async Task Ill_formed_and_control_characters_are_cleaned(string text, string kept)
    {
        await desk.Say("榕峰化工 王总", text, quote: text);
        Assert.That((Words(Heard[0].Id).Body!.Text, Words(Heard[0].Id).Body!.Quote), Is.EqualTo((kept, kept)));
    }

    [Test]
    public async Task A_text_of_any_length_is_cut_between_characters()
    {
        await desk.Say("榕峰化工 王总", "a" + string.Concat(Enumerable.Repeat("😀", 30_000)));
        var kept = Words(Heard[0].Id).Body!.Text!;
        Assert.Multiple(() =>
        {
            Assert.That(kept, Has.Length.EqualTo(Receiver.LongestText - 1));
            Assert.That(desk.Facts.OfType<MessageHeard>().Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Digests_prove_the_words_of_messages_and_of_reasons()
    {
        await desk.Say("榕峰化工 王总", "我们两车磷矿石在高速口被拦住了,过不来,急! \ud800", "引用的\ud800话");
        var heard = desk.Facts.OfType<MessageHeard>().Single();
        var words = Words(new InputId(heard.Message.Value));
        var why = WordsTable.Get(desk.Store, desk.Id, new WordsKey(WordsKind.Verdict, heard.Message.Value))!;
        Assert.Multiple(() =>
        {
            Assert.That(WordsTable.Digest(words.Salt, words.Body!), Is.EqualTo(heard.Digest));
            Assert.That(WordsTable.Digest(why.Salt, why.Body!), Is.EqualTo(heard.Why));
            Assert.That(WordsTable.Digest(words.Salt, words.Body! with { Text = "别的" }), Is.Not.EqualTo(heard.Digest));
            Assert.That(Convert.FromBase64String(words.Salt), Has.Length.EqualTo(16));
        });
    }

    [Test]
    public async Task What_nobody_can_read_is_kept_as_it_came_and_set_aside_once()
    {
        await desk.Receiver.Receive([], [new Unreadable("bot:main", "bot/ww", "x1", "not-json", "{\"a\":\u0001 坏")]);
        await desk.Receiver.Receive([], [new Unreadable("bot:main", "bot/ww", "x1", "not-json", "again")]);
        await desk.Runner.Advance();
        Assert.Multiple(() =>
        {
            Assert.That(Words(new InputId(TownFiles.Rules.Count + 1)).Body!.Raw, Is.EqualTo("{\"a\": 坏"));
            Assert.That(desk.Facts.OfType<InputSetAside>(), Is.EqualTo(new[] { new InputSetAside(new InputId(TownFiles.Rules.Count + 1), "not-json") }).AsCollection);
        });
    }

    [Test]
    public async Task An_unknown_group_joins_the_default_desk_keeps_its_id_and_is_asked_about_once()
    {
        var message = desk.Message("榕峰化工 王总", "早", chat: "新来的群");
        await desk.Receiver.Receive([message, message with { OuterId = "n2" }]);
        await desk.Runner.Advance();
        var other = new Receiver(desk.Store, new DeskId("other"), desk.Clock);
        await other.Receive([message with { OuterId = "n3" }]);
        Assert.Multiple(() =>
        {
            Assert.That(Heard.Select(h => h.Row.Group).Distinct().Count(), Is.EqualTo(1));
            Assert.That(Heard, Has.Count.EqualTo(3), "it stays with the desk that it joined");
            Assert.That(desk.Facts.OfType<GroupMet>().Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_name_heard_serves_until_the_roster_names_the_person()
    {
        await desk.Receiver.Receive([
            desk.Message("榕峰化工 王总", "早") with { SenderName = "改了昵称" },
            desk.Message("路人", "早") with { SenderName = "\u0001" }, desk.Message("路人", "早") with { SenderName = "路人甲" }, desk.Message("路人", "早") with { SenderName = "路人乙" },
        ]);
        var (listed, stranger) = (Heard[0].Row.Sender!.Value, Heard[1].Row.Sender!.Value);
        Assert.That((Name(listed), Name(stranger)), Is.EqualTo(("榕峰化工 王总", "路人甲")));
        await desk.Import(RuleKinds.Roster, TownFiles.Roster.Replace("\"others\": [", "\"others\": [{\"user\": \"o99\", \"display\": \"路人\"},", StringComparison.Ordinal));
        Assert.That(Name(stranger), Is.EqualTo("路人"));
    }

    [Test]
    public async Task Messages_of_one_moment_keep_their_order()
    {
        await desk.Receiver.Receive([.. Enumerable.Range(0, 50).Select(i => desk.Message("榕峰化工 王总", $"第{i}句"))]);
        Assert.That(Heard.Select(h => Words(h.Id).Body!.Text), Is.EqualTo(Enumerable.Range(0, 50).Select(i => $"第{i}句")));
    }

    private string? Name(MemberId member) => WordsTable.Get(desk.Store, desk.Id, new WordsKey(WordsKind.Person, member.Value))?.Body?.Name;
}
