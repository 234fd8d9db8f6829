using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Escalation;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Storage.LiteDb;
using ChatIntake.Storage.Memory;
using ChatIntake.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatIntake.Tests.Journal;

/// <summary>A desk on a real store, with the clock in the test's hand and what channels and imports do to it.</summary>
internal sealed class StoredDesk : IAsyncDisposable
{
    public const string EnterpriseGroup = "清榕市工业企业疫情防控和复工复产群";
    public const string StaffGroup = "专班工作群";
    public const string Robot = "robot_enterprise_1";

    /// <summary>Monday 24 February 2020, 07:40 in China.</summary>
    public static readonly DateTimeOffset Start = new(2020, 2, 23, 23, 40, 0, TimeSpan.Zero);

    private readonly TemporaryFolder? folder;
    private readonly Func<ISegmenter> segmenter;
    private int said;

    private StoredDesk(IStore store, TemporaryFolder? folder, Func<ISegmenter> segmenter)
    {
        (Store, this.folder, this.segmenter) = (store, folder, segmenter);
        Runner = Opened();
    }

    public IStore Store { get; private set; }

    public DeskId Id { get; } = new("town");

    public TestClock Clock { get; } = new(Start);

    public DeskRunner Runner { get; private set; }

    public DeskState State => Runner.State;

    public Receiver Receiver => new(Store, Id, Clock);

    public IEnumerable<IFact> Facts => JournalTable.Read(Store, Id).Select(f => f.Fact.Body);

    public static StoredDesk InMemory(Func<ISegmenter>? segmenter = null) => new(new MemoryStore(), null, segmenter ?? (() => new Segmenter()));

    public static StoredDesk OnDisk()
    {
        var folder = new TemporaryFolder();
        return new StoredDesk(OpenFile(folder), folder, () => new Segmenter());
    }

    /// <summary>A desk with the sample town's rules in force.</summary>
    public static async Task<StoredDesk> Town(StoredDesk? desk = null)
    {
        desk ??= InMemory();
        foreach (var (kind, text) in TownFiles.Rules) await desk.Import(kind, text);
        return desk;
    }

    public async Task Import(string kind, string text, bool players = true, bool advance = true)
    {
        await RuleImport.Import(Store, Id, kind, text, new RosterBinding("ww-qingrong", players), Clock.Now);
        if (advance) await Runner.Advance();
    }

    /// <summary>A message by a transcript's names, posted and received now.</summary>
    public ChatMessage Message(string sender, string text, string? quote = null, string chat = EnterpriseGroup) => new()
    {
        Way = RosterBinding.TranscriptChannel, Source = RosterBinding.TranscriptChannel, OuterId = $"t{++said}", Chat = RosterBinding.TranscriptName(chat), Sender = RosterBinding.TranscriptName(sender),
        PostedAt = Clock.Now, Text = text, QuoteText = quote, SenderName = sender, ChatName = chat,
    };

    public async Task<MessageId> Say(string sender, string text, string? quote = null, string chat = EnterpriseGroup)
    {
        await Receiver.Receive([Message(sender, text, quote, chat)]);
        await Runner.Advance();
        return new MessageId(Inbox.Last(Store, Id).Value);
    }

    /// <summary>Plays messages on their own clock, due times firing between them.</summary>
    public async Task Play(IEnumerable<ChatMessage> messages)
    {
        foreach (var message in messages)
        {
            await TickUntil(message.PostedAt!.Value);
            await Receiver.Receive([message]);
            await Runner.Advance();
        }
    }

    public async Task TickUntil(DateTimeOffset instant)
    {
        while (DuesTable.Next(Store, Id) is { } due && due <= instant)
        {
            Clock.Now = due > Clock.Now ? due : Clock.Now;
            await Ticker.Tick(Store, Id, Clock.Now);
            await Runner.Advance();
        }
        Clock.Now = instant > Clock.Now ? instant : Clock.Now;
    }

    /// <summary>The process ends and another begins: the desk is loaded anew, on disk from a file that was closed and opened.</summary>
    public async Task Restart()
    {
        if (folder is not null)
        {
            await Store.DisposeAsync();
            Store = OpenFile(folder);
        }
        Runner = Opened();
    }

    /// <summary>Another process that believes it owns the desk.</summary>
    public DeskRunner Opened() => DeskRunner.Open(Store, Id, segmenter, NullLogger.Instance);

    public IReadOnlyList<Row> Rows(Table table) => Store.Range(table, "!", "~");

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder?.Dispose();
    }

    private static LiteStore OpenFile(TemporaryFolder folder) => LiteStore.Open(new LiteStoreOptions { Folder = folder.Path }, TimeProvider.System, NullLogger.Instance);
}
