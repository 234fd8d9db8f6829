using System.Security.Cryptography;
using ChatIntake.Simulator.Chat;
using ChatIntake.Simulator.Faults;
using ChatIntake.Simulator.Webhook;

namespace ChatIntake.Simulator.Callbacks;

/// <summary>
/// Sends callbacks as the platform does: HTTP 200 within the time-out is an answer, anything else brings the same msgid
/// again, three times more at most (documents 90238 and 99399; for AI bots the number is not documented).
/// </summary>
internal sealed class CallbackSender : IDisposable
{
    internal const int Retries = 3;

    private readonly AddressBook book;
    private readonly ChatLog chat;
    private readonly FaultPlan faults;
    private readonly SimulatorLog log;
    private readonly CallbackLinks links;
    private readonly SimulatorOptions options;
    private readonly Dictionary<CallbackKind, CallbackEnvelope> envelopes = [];
    private readonly HttpClient client =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    internal CallbackSender(SimulatorOptions options, AddressBook book, ChatLog chat, FaultPlan faults, SimulatorLog log, CallbackLinks links)
    {
        (this.options, this.book, this.chat, this.faults, this.log, this.links) = (options, book, chat, faults, log, links);
        if (options.AiBot is { } aiBot) envelopes.Add(CallbackKind.AiBotJson, new(aiBot, CallbackKind.AiBotJson));
        if (options.GroupRobot is { } robot) envelopes.Add(CallbackKind.GroupRobotXml, new(robot, CallbackKind.GroupRobotXml));
    }

    /// <summary>Tells the bot's owner of a message; null when nobody is to be told.</summary>
    internal Task<CallbackEntry?> Tell(ChatMessage message, CancellationToken cancel)
    {
        var said = message.Said;
        var msgId = NewMsgId();
        return said.Room.Callback switch
        {
            CallbackKind.AiBotJson => Send(said.Room, msgId, message.MsgId, null,
                () => CallbackBody.AiBotMessage(msgId, options.AiBotId, links.Response(said.Room), said), cancel),
            CallbackKind.GroupRobotXml => Send(said.Room, msgId, message.MsgId, null,
                () => CallbackBody.RobotMessage(msgId, links.Webhook(said.Room), links.ChatInfo(said.Room), said), cancel),
            _ => Task.FromResult<CallbackEntry?>(null),
        };
    }

    /// <summary>Tells a group robot's owner of an event; AI bots have none of this kind.</summary>
    internal Task<CallbackEntry?> TellEvent(Room room, Person by, string eventType, CancellationToken cancel)
    {
        if (room.Callback != CallbackKind.GroupRobotXml) return Task.FromResult<CallbackEntry?>(null);
        var msgId = NewMsgId();
        return Send(room, msgId, null, eventType,
            () => CallbackBody.RobotEvent(msgId, links.Webhook(room), links.ChatInfo(room), room, by, eventType), cancel);
    }

    public void Dispose() => client.Dispose();

    private async Task<CallbackEntry?> Send(
        Room room, string msgId, string? archiveMsgId, string? eventType, Func<string> compose, CancellationToken cancel)
    {
        if (!envelopes.TryGetValue(room.Callback, out var envelope)) return null;
        var at = options.Clock.GetUtcNow();
        var plain = compose();
        var attempts = new List<CallbackAttempt>();
        string? answer = null;
        while (answer is null && attempts.Count <= Retries)
        {
            if (attempts.Count > 0) await Task.Delay(options.CallbackRetryWait, options.MachineClock, cancel);
            (var attempt, answer) = await Attempt(envelope, plain, cancel);
            attempts.Add(attempt);
        }

        var reply = answer is null ? null : Show(envelope, room, answer);
        if (answer is not null && faults.DuplicateCallbacks)
        {
            var (again, second) = await Attempt(envelope, plain, cancel);
            attempts.Add(again with { Outcome = "duplicate, " + again.Outcome });
            if (second is not null) Show(envelope, room, second);
        }
        var entry = new CallbackEntry(at, msgId, archiveMsgId, room.ChatId, room.Callback, eventType, answer is not null, attempts, reply);
        log.Add(entry);
        return entry;
    }

    private async Task<(CallbackAttempt Attempt, string? Answer)> Attempt(CallbackEnvelope envelope, string plain, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(options.CallbackTimeout, options.MachineClock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            using var request = envelope.Wrap(plain, options.Clock.GetUtcNow(), faults.TakeBadSignature());
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)response.StatusCode;
            if (status != 200) return (new(status, "refused"), null);
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var body = await BoundedBody.Read(stream, either.Token);
            return (new(status, "answered"), body is null ? "" : System.Text.Encoding.UTF8.GetString(body));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (new(null, "timed out"), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (new(null, "no connection"), null);
        }
    }

    private string? Show(CallbackEnvelope envelope, Room room, string answer)
    {
        if (string.IsNullOrWhiteSpace(answer)) return null;
        var opened = envelope.Unwrap(answer);
        if (opened.Plain is null) return opened.Problem;
        var reply = PassiveReply.Read(room.Callback, opened.Plain);
        if (reply.Text is null) return reply.Problem;
        chat.Append(new Draft(room, book.Bot, reply.Kind, reply.Text));
        return reply.Text;
    }

    // As the platform's are: Base64 with its slashes and equals signs, unlike the archive's ids.
    private static string NewMsgId() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
}
