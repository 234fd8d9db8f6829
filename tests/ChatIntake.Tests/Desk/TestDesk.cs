using System.Globalization;
using ChatIntake.Cases;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Storage.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatIntake.Tests.Desk;

/// <summary>What one input of a test desk brought about.</summary>
internal sealed record Heeded(InputId Input, IReadOnlyList<FactEnvelope> Envelopes, IReadOnlyList<NoticeRow> Notices)
{
    public MessageId Message => new(Input.Value);

    public IReadOnlyList<IFact> Facts => [.. Envelopes.Select(e => e.Body)];

    public T The<T>() where T : IFact => Facts.OfType<T>().Single();

    public bool Has<T>() where T : IFact => Facts.OfType<T>().Any();

    /// <summary>The templates of the answers given at once in the place where the message was said.</summary>
    public IReadOnlyList<string> AnswersIn(GroupId group) =>
        [.. Notices.Where(n => n.Pace == Pace.Now && n.Audience == Audience.Of(group)).Select(n => n.Template)];

    public NoticeRow The(string template) => Notices.Single(n => n.Template == template);
}

/// <summary>A whole desk over a memory store, with the sample town's people and a clock that moves only when told.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    public const string City = "清榕市工业企业疫情防控和复工复产群";
    public const string Park = "牛场坝园区企业群";
    public const string StaffRoom = "专班工作群";
    public const string Bureau = "工信局 阮科长";
    public const string Clerk = "工信局小易";
    public const string Leader = "卓副市长";

    private readonly FakeTimeProvider clock;
    private readonly Receiver receiver;
    private int outer;

    private TestDesk(MemoryStore store, DateTimeOffset now, ILogger logger)
    {
        Store = store;
        clock = new FakeTimeProvider(now);
        Runner = DeskRunner.Open(store, Id, TestRules.Segmenter, logger);
        receiver = new Receiver(store, Id, clock);
    }

    public static DeskId Id => TestRules.Desk;

    public MemoryStore Store { get; }

    public DeskRunner Runner { get; private set; }

    public DeskState State => Runner.State;

    public DeskRoster Roster => Runner.Rules.Roster;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A desk at eight o'clock on the Monday of the sample town.</summary>
    public static Task<TestDesk> Open() => Open(TestRules.Morning.AddHours(1));

    public static async Task<TestDesk> Open(DateTimeOffset now) => new(await TestRules.NewStore(), now, NullLogger.Instance);

    public static TestDesk Over(MemoryStore store, DateTimeOffset now, ILogger? logger = null) => new(store, now, logger ?? NullLogger.Instance);

    public CaseState Case(long number) => State.Case(new CaseId(number)) ?? throw new InvalidOperationException($"There is no case {number}.");

    public GroupId Group(string name) => Addresses.FindGroup(Store, RosterBinding.TranscriptName(name)) ?? throw new InvalidOperationException($"No group {name}.");

    public MemberId Member(string name) => Addresses.FindMember(Store, RosterBinding.TranscriptName(name)) ?? throw new InvalidOperationException($"No member {name}.");

    public Enterprise Firm(string name) => Roster.Enterprises.Single(e => e.Name == name || e.Aliases.Contains(name));

    public Department Office(string key) => Roster.Departments.Single(d => d.Key == key);

    /// <summary>Somebody says something, by display name; the desk decides it at once.</summary>
    public async Task<Heeded> Say(
        string sender, string text, string? quote = null, string group = City, string way = RosterBinding.TranscriptChannel, TimeSpan late = default,
        MessageType type = MessageType.Text)
    {
        await Receive(sender, text, quote, group, way, late, type);
        return await Decide();
    }

    /// <summary>Somebody says something that is recorded and waits to be decided.</summary>
    public Task Receive(
        string sender, string text, string? quote = null, string group = City, string way = RosterBinding.TranscriptChannel, TimeSpan late = default,
        MessageType type = MessageType.Text) => receiver.Receive([new ChatMessage
        {
            Way = way, Source = way, OuterId = (++outer).ToString(CultureInfo.InvariantCulture), Chat = RosterBinding.TranscriptName(group), Sender = RosterBinding.TranscriptName(sender),
            PostedAt = Now - late, Type = type, Text = text, QuoteText = quote, SenderName = sender, ChatName = group,
        }]);

    /// <summary>Several things are recorded before the desk looks at any.</summary>
    public async Task Together(params Func<Task>[] steps)
    {
        foreach (var step in steps) await step();
        await Runner.Advance();
    }

    public Task<Heeded> Command(string text, string? quote = null, string by = Bureau, string group = City) => Say(by, "@小企 " + text, quote, group);

    /// <summary>The clock runs on, and what comes due on the way is decided at its instant.</summary>
    public async Task<IReadOnlyList<Heeded>> Pass(TimeSpan time)
    {
        var until = Now + time;
        var heeded = new List<Heeded>();
        while (DuesTable.Next(Store, Id) is { } due && due <= until)
        {
            if (due > Now) clock.SetUtcNow(due);
            heeded.AddRange(await Tick());
        }
        clock.SetUtcNow(until);
        return heeded;
    }

    /// <summary>The clock is set on without anybody looking at due times.</summary>
    public void Sleep(TimeSpan time) => clock.Advance(time);

    /// <summary>Looks at due times once.</summary>
    public async Task<IReadOnlyList<Heeded>> Tick()
    {
        var before = Inbox.Last(Store, Id);
        await Ticker.Tick(Store, Id, Now);
        await Runner.Advance();
        return [.. Enumerable.Range(1, (int)(Inbox.Last(Store, Id).Value - before.Value)).Select(i => Of(new InputId(before.Value + i)))];
    }

    /// <summary>A rule document takes effect, or is refused.</summary>
    public async Task<Heeded> Rule(string kind, string text)
    {
        await RuleImport.Import(Store, Id, kind, text, TestRules.Binding, Now);
        return await Decide();
    }

    /// <summary>The bot's post with this text, naming these cases, has reached the group.</summary>
    public async Task Posted(string text, string group, params IEnumerable<long> cases)
    {
        var place = Group(group);
        await Store.Write(transaction =>
        {
            var post = OutboxTable.NextPost(transaction, Id);
            WordsTable.Put(transaction, Id, new WordsKey(WordsKind.Post, post.Value), new WordsRow { Salt = WordsTable.NewSalt(), At = Now, Body = new WordsBody { Text = text } });
            return Inbox.Append(transaction, Id, new InboxRow
            {
                Kind = InputKind.Delivery, OuterId = $"post|{post.Value}", PostedAt = Now, Post = post, Group = place, Cases = [.. cases.Select(n => new CaseId(n))],
                Outcome = PostOutcome.Delivered,
            }, null, Now);
        });
        await Decide();
    }

    /// <summary>A process that starts anew over the same store.</summary>
    public void Restart() => Runner = DeskRunner.Open(Store, Id, TestRules.Segmenter, NullLogger.Instance);

    public byte[] CaseBytes(long number) => StoreJson.Write(Case(number) with { Revision = 0, LastInput = default });

    public IReadOnlyList<string> DueNames() => [.. Store.Range(Table.Dues, $"{Id}/", StoreKey.AfterAll(Id.Value)).Select(r => r.Key)];

    public IReadOnlyList<FactEnvelope> Journal() => [.. JournalTable.Read(Store, Id).Select(f => f.Fact)];

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    /// <summary>Decides what waits; what the last input brought about.</summary>
    public async Task<Heeded> Decide()
    {
        await Runner.Advance();
        return Of(Inbox.Last(Store, Id));
    }

    private Heeded Of(InputId input)
    {
        var facts = Store.Range(Table.Journal, $"{Id}/", StoreKey.AfterAll(Id.Value), 200, newestFirst: true).Select(r => FactEnvelope.FromBytes(r.Value))
            .Where(f => f.Input == input).Reverse().ToList();
        var prefix = StoreKey.Number(input.Value) + ".";
        return new Heeded(input, facts, [.. OutboxTable.Waiting(Store, Id).Where(n => n.Id.StartsWith(prefix, StringComparison.Ordinal))]);
    }
}
