using ChatIntake.Cases;
using ChatIntake.Cases.Commands;
using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Triage;
using ChatIntake.Unsure;

namespace ChatIntake.Intake;

/// <summary>What a chat message means for the desk: a copy, an instruction, a report, an addition, an end, or talk.</summary>
internal static class DecideMessage
{
    /// <summary>The most letters beside its verbs that a bare command has: the name of a firm or of a department.</summary>
    private const int BareCommand = 8;

    public static void Run(Deciding d, MessageInput input)
    {
        var settings = d.Rules.Settings;
        var day = input.PostedAt.DayInChina();
        var actor = Actor.Of(input.Sender, day, d.Rules.Roster, d.State.Claims.TryGetValue(input.Sender, out var claimed) ? claimed : null);
        var message = new HeardMessage(input, actor, QuoteFinder.Find(input, d.State, d.Words, settings.BotName), d.Late);
        var instruction = CommandParser.Parse(input.Text, settings.BotName);
        if (CopyFinder.Original(input, d.State, d.Words, settings.BotName) is { } original)
        {
            d.Emit(new MessageCopied(original.Id, input.Way));
            // One way may bring the quotation that the other left out; what was refused for want of it is obeyed now.
            if (original.Lacking && input.QuoteText is not null && instruction is not null && !message.Late) Obey.Commands(d, message with { Id = original.Id }, instruction);
            return;
        }
        MeetGroup(d, message);
        // Whom the roster lists for no firm speaks for an office: he instructs, and is told where he may not.
        var office = actor.Role < SenderRole.Enterprise || actor.Role == SenderRole.Other && d.Rules.Roster.Index.Knows(actor.Member);
        if (instruction is not null && office) Instruct(d, message, instruction);
        else
        {
            // Who may not command is heard by what he says: "@小企 复工审批卡住了" is no 复工. Only a bare verb is answered as one.
            var bare = instruction is { Commands.Length: > 0, OtherLetters: <= BareCommand };
            Judge(d, message, bare);
            if (bare && !message.Late) Obey.Commands(d, message, instruction!);
        }
    }

    private static void Instruct(Deciding d, HeardMessage message, Instruction instruction)
    {
        Hear(d, message, VerdictKind.Reply, null, null, command: true);
        if (!message.Late)
        {
            Obey.Commands(d, message, instruction);
            return;
        }
        d.Emit(new CommandListed(message.Input.Message, message.Actor.Member));
        d.Tell(Audience.Staff, "command.listed", new NoticeArgs { Message = message.Input.Message, Member = message.Actor.Member }, Pace.Ride);
    }

    private static void Judge(Deciding d, HeardMessage message, bool bare)
    {
        var input = message.Input;
        var text = Mention.Blank(input.Text, d.Rules.Settings.BotName, CommandTable.StartsWithVerb).Text;
        if (QuoteFinder.Filed(input, d.State, d.Words, d.Rules.Settings.BotName) is { } quoted)
        {
            Hear(d, message, VerdictKind.Addition, quoted, null, command: false);
            JoinQuoted(d, message, quoted);
            return;
        }
        var quote = message.Quotation.Filed is { } filed ? d.State.Case(filed)!.Opener : message.Quotation.Message;
        var heard = SceneBuilder.Hear(input, text, message.Actor, quote);
        var verdict = d.Rules.Triager.Judge(heard, SceneBuilder.Build(d.State, d.Rules.Roster, d.Words, input.PostedAt));
        // "停工 榕峰" is refused as what it was meant to be, not filed.
        if (bare && verdict.Kind == VerdictKind.Report) verdict = new Verdict { Kind = VerdictKind.Chat, Reasons = verdict.Reasons };
        var about = verdict.Kind == VerdictKind.Report ? d.State.NextCase : verdict.Case;
        Hear(d, message, verdict.Kind, about, KeepReasons(d, message, verdict), command: false, Near(message, verdict));
        ApplyVerdict.Run(d, message, verdict);
    }

    private static void Hear(Deciding d, HeardMessage message, VerdictKind kind, CaseId? about, string? why, bool command, double? margin = null) => d.Emit(new MessageHeard(
        message.Input.Message, message.Input.Group, message.Input.Sender, message.Actor.Role, [.. message.Actor.Firms], message.Input.Way, message.Input.Type,
        kind, command, about, message.Quotation.Message, message.Late, message.Input.Digest, why, d.Rules.Versions, margin));

    // A picture or file alone, of which nobody knows what it shows, is worth a look where no case took it.
    private static double? Near(HeardMessage message, Verdict verdict) =>
        message.Input.Type != MessageType.Text && message.Actor.Role == SenderRole.Enterprise && verdict is { Kind: not VerdictKind.Report, Case: null } ? -UnsureBox.Near
        : verdict.Margin is { } margin && Math.Abs(margin) <= UnsureBox.Near ? Math.Round(margin, 2)
        : null;

    // Reasons quote what was said, so they live with the words; the fact keeps their digest.
    private static string? KeepReasons(Deciding d, HeardMessage message, Verdict verdict)
    {
        if (verdict.Reasons.Count == 0) return null;
        var body = new WordsBody { Reasons = verdict.Reasons };
        var salt = WordsTable.DerivedSalt(message.Input.Salt, "verdict");
        d.Keep(
            new WordsKey(WordsKind.Verdict, message.Input.Message.Value),
            new WordsRow { Salt = salt, Person = message.Input.Sender, At = message.Input.RecordedAt, Body = body });
        return WordsTable.Digest(salt, body);
    }

    private static void MeetGroup(Deciding d, HeardMessage message)
    {
        var group = message.Input.Group;
        if (d.Rules.Roster.Index.Group(group) is not null || d.State.MetGroups.Contains(group)) return;
        d.Emit(new GroupMet(group));
        d.Tell(Audience.Staff, "group.met", new NoticeArgs { Group = group, Message = message.Input.Message }, Pace.Now);
    }

    private static void JoinQuoted(Deciding d, HeardMessage message, CaseId id)
    {
        d.Emit(new CaseJoined(id, message.Input.Message, Quoted: true));
        if (d.State.Case(id)!.Enterprise is null && message.Actor.Firms is [var firm, ..])
            d.Emit(new CaseClaimed(id, firm, message.Actor.Member, null));
        OpenCase.AskWhose(d, id, message.Input.Message);
    }
}

/// <summary>A message with who said it and what it quotes.</summary>
internal sealed record HeardMessage(MessageInput Input, Actor Actor, Quotation Quotation, bool Late)
{
    /// <summary>The message's id; for a copy that makes up for what the first hearing lacked, the first one's. Words are always those of the input.</summary>
    public MessageId Id { get; init; } = Input.Message;

    public Audience Place => Audience.Of(Input.Group);
}
