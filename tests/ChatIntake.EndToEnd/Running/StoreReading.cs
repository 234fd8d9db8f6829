using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatIntake.EndToEnd.Running;

/// <summary>What the tests look at in a store.</summary>
internal static class StoreReading
{
    internal static readonly DeskId Desk = new("main");

    /// <summary>Opens the store that a stopped program left.</summary>
    internal static LiteStore Open(string folder) => LiteStore.Open(new LiteStoreOptions { Folder = folder }, TimeProvider.System, NullLogger.Instance);

    /// <summary>All facts; reading them proves the chain.</summary>
    internal static IReadOnlyList<FactEnvelope> Journal(this IReader store) => [.. JournalTable.Read(store, Desk).Select(f => f.Fact)];

    internal static IReadOnlyList<T> Facts<T>(this IReader store) where T : IFact => [.. store.Journal().Select(f => f.Body).OfType<T>()];

    internal static IReadOnlyList<(InputId Id, InboxRow Row)> Inputs(this IReader store) => Inbox.After(store, Desk, new InputId(0), int.MaxValue);

    /// <summary>Those inputs whose outer id ends with the channel's message id.</summary>
    internal static IReadOnlyList<InputId> Inputs(this IReader store, string msgId) =>
        [.. store.Inputs().Where(i => i.Row.OuterId.EndsWith("|" + msgId, StringComparison.Ordinal)).Select(i => i.Id)];

    internal static IReadOnlyList<PostRow> Posts(this IReader store) => [.. OutboxTable.DonePosts(store, Desk).Concat(OutboxTable.OpenPosts(store, Desk)).OrderBy(p => p.Id.Value)];

    internal static string? Text(this IReader store, PostId post) => WordsTable.Get(store, Desk, new WordsKey(WordsKind.Post, post.Value))?.Body?.Text;

    internal static string? Text(this IReader store, MessageId message) => WordsTable.Get(store, Desk, new WordsKey(WordsKind.Input, message.Value))?.Body?.Text;
}
