using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.WeCom.Archive;

namespace ChatIntake.Host.Channels;

/// <summary>
/// Brings in what does not mention the bot: pages of the archive, oldest first, the watermark kept in the transaction of their messages, so that a crash neither skips nor
/// repeats. One-to-one talk is none of the desk's business and is passed over, and so are robots.
/// </summary>
internal sealed partial class ArchiveFeed(string name, string corp, IArchiveSource source, IStore store, Receiver receiver, ILogger<ArchiveFeed> logger)
    : IDisposable
{
    private const int PageSize = 500;

    private readonly string way = "archive:" + name;
    private readonly string origin = "archive/" + corp;
    private readonly string watermark = "archive/" + name;
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Pulls until nothing is new.</summary>
    /// <returns>Whether the archive answered.</returns>
    public async Task<bool> Pull(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            while (true)
            {
                var after = store.Get(Table.Meta, watermark) is { } bytes ? StoreJson.Read<long>(bytes) : 0;
                var page = await source.PullAsync(after, PageSize, cancellation);
                if (!page.Ok) LogFailed(logger, name, page.Problem);
                if (!page.Ok || page.Entries.Count == 0) return page.Ok;
                await Store(page, after);
                if (page.SeqAfter(after) <= after) return true;
            }
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private Task Store(ArchivePage page, long after)
    {
        var messages = page.Entries.Where(Heard).Select(Message).ToList();
        var unreadable = page.Entries.Where(Kept).Select(e => new Unreadable(
            way, origin, e.MessageId.Length > 0 ? e.MessageId : "sha256:" + FactEnvelope.HashOf(System.Text.Encoding.UTF8.GetBytes(e.Raw)),
            e.Kind == ArchiveKind.Broken ? "unparsable" : "recalled", e.Raw)).ToList();
        return receiver.Receive(messages, unreadable, transaction => transaction.Put(Table.Meta, watermark, StoreJson.Write(page.SeqAfter(after))));
    }

    private static bool Heard(ArchiveEntry entry) =>
        entry.RoomId.Length > 0 && !entry.From.StartsWith("wb", StringComparison.Ordinal)
        && entry.Kind is not (ArchiveKind.Broken or ArchiveKind.Revoke or ArchiveKind.Switch);

    // What is broken beyond telling whose it is may be of a group; a one-to-one chat is none of ours, broken or not.
    private static bool Kept(ArchiveEntry entry) =>
        entry.Kind is (ArchiveKind.Broken or ArchiveKind.Revoke) && (entry.RoomId.Length > 0 || entry.From.Length == 0);

    private ChatMessage Message(ArchiveEntry entry) => new()
    {
        Way = way,
        Source = origin,
        OuterId = entry.MessageId,
        Chat = new OuterAddress("wecom", corp, entry.RoomId),
        Sender = new OuterAddress("wecom", corp, entry.From),
        PostedAt = entry.SentAt,
        Type = entry.Kind switch { ArchiveKind.Text or ArchiveKind.Mixed => MessageType.Text, ArchiveKind.Image => MessageType.Image, _ => MessageType.File },
        Text = entry.Text,
        QuoteText = entry.QuoteText,
    };

    [LoggerMessage(EventId = 211, Level = LogLevel.Warning, Message = "Archive {Name} could not be pulled: {Problem}")]
    private static partial void LogFailed(ILogger logger, string name, string problem);
}
