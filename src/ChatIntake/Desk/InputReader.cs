using ChatIntake.Chat;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Roster;
using ChatIntake.Unsure;

namespace ChatIntake.Desk;

/// <summary>Makes a row of the inbox, with its words, what <see cref="Decider"/> decides about.</summary>
internal static class InputReader
{
    /// <exception cref="InvalidDataException">The words of the input are gone or damaged (erased ones are neither).</exception>
    public static DeskInput Read(IReader reader, DeskId desk, InputId id, InboxRow row)
    {
        var words = WordsTable.Get(reader, desk, new WordsKey(WordsKind.Input, id.Value));
        return row.Kind switch
        {
            InputKind.Message => new MessageInput
            {
                Id = id, PostedAt = row.PostedAt, RecordedAt = row.RecordedAt, Group = row.Group!.Value, Sender = row.Sender!.Value, Way = row.Way!, Type = row.Type!.Value,
                Text = Needed(words, id).Body?.Text ?? "", QuoteText = words?.Body?.Quote, Digest = row.Digest!, Salt = Needed(words, id).Salt,
            },
            InputKind.Tick when row.Case is { } about => new ClockInput
            {
                Id = id, PostedAt = row.PostedAt, RecordedAt = row.RecordedAt, Case = about, Part = row.Part!.Value, Clock = row.Clock!.Value, Revision = row.Revision!.Value,
            },
            InputKind.Tick when row.Code == UnsureTime.Code => new UnsureInput { Id = id, PostedAt = row.PostedAt, RecordedAt = row.RecordedAt, Day = row.Day!.Value },
            InputKind.Tick => new CutInput { Id = id, PostedAt = row.PostedAt, RecordedAt = row.RecordedAt, Day = row.Day!.Value },
            InputKind.Rule => Rule(reader, id, row, Needed(words, id)),
            InputKind.Delivery => new DeliveryInput
            {
                Id = id, PostedAt = row.PostedAt, RecordedAt = row.RecordedAt, Post = row.Post!.Value, Group = row.Group!.Value, Cases = row.Cases ?? [],
                Outcome = row.Outcome!.Value, ErrorCode = row.ErrorCode ?? 0, Digest = row.Digest ?? "",
            },
            _ => new UnreadableInput { Id = id, PostedAt = row.PostedAt, RecordedAt = row.RecordedAt, Code = row.Code ?? "unreadable" },
        };
    }

    private static WordsRow Needed(WordsRow? words, InputId id) => words ?? throw new InvalidDataException($"The words of input {id.Value} are missing or damaged.");

    private static RuleInput Rule(IReader reader, InputId id, InboxRow row, WordsRow words)
    {
        var text = words.Body?.Text ?? "";
        var file = row.Code == RuleKinds.Roster ? RosterFileReader.Read(text).File : null;
        return new RuleInput
        {
            Id = id, PostedAt = row.PostedAt, RecordedAt = row.RecordedAt, Kind = row.Code!, Text = text, Salt = words.Salt,
            Addresses = file is null ? null : new RosterBinding(row.Corp ?? "", row.Players == true).Read(reader, file),
        };
    }
}
