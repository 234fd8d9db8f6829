using System.Globalization;
using ChatIntake.Chat;
using ChatIntake.Host.Settings;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.WeCom.Callbacks;
using ChatIntake.WeCom.Crypto;

namespace ChatIntake.Host.Channels;

/// <summary>Which of WeCom's two robots calls.</summary>
internal enum RobotKind
{
    /// <summary>智能机器人: JSON.</summary>
    AiBot,

    /// <summary>群机器人 with message callback: XML, or JSON by choice.</summary>
    GroupRobot,
}

/// <summary>
/// One callback URL: answers WeCom's verification, and takes messages in. A message is acknowledged only after it is on the disk; what was signed but cannot be
/// understood is kept for a person; everything else is refused.
/// </summary>
internal sealed partial class CallbackEndpoint(
    CallbackOptions options, RobotKind kind, string corp, Receiver receiver, IReadOnlyList<ArchiveFeed> archives, Clocks clocks, TimeSpan stale, ILogger<CallbackEndpoint> logger)
{
    /// <summary>The largest body that is read; messages are some kilobytes.</summary>
    public const int MaxBody = 1 << 20;

    // WeCom wants its answer within five seconds, the desk within one.
    private static readonly TimeSpan QuotePatience = TimeSpan.FromSeconds(2);

    private readonly CallbackCrypto crypto = new(options.Token, options.EncodingAesKey, options.ReceiveId);
    private readonly string origin = (kind == RobotKind.AiBot ? "bot/" : "robot/") + corp;
    private readonly string way = (kind == RobotKind.AiBot ? "bot:" : "robot:") + options.Name;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(options.Path, Verify);
        routes.MapPost(options.Path, Take);
    }

    // The console wants the decrypted text alone: no quotes, no byte order mark, no line end.
    private IResult Verify(HttpRequest request)
    {
        var query = Query(request);
        var opened = crypto.Open(query.Signature, query.Timestamp, query.Nonce, request.Query["echostr"].ToString());
        return opened.Ok ? Results.Bytes(System.Text.Encoding.UTF8.GetBytes(opened.Message), "text/plain") : Refuse(opened.Error.ToString(), StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> Take(HttpRequest request)
    {
        var query = Query(request);
        if (!Fresh(query.Timestamp)) return Refuse("stale timestamp", StatusCodes.Status403Forbidden);
        if (await Body(request) is not { } body) return Refuse("body over 1 MiB", StatusCodes.Status413PayloadTooLarge);
        var envelope = CallbackEnvelope.ReadEncrypt(body);
        if (!envelope.Ok) return Refuse(envelope.Problem, StatusCodes.Status400BadRequest);
        var opened = crypto.Open(query.Signature, query.Timestamp, query.Nonce, envelope.Encrypt);
        if (!opened.Ok) return Refuse(opened.Error.ToString(), StatusCodes.Status403Forbidden);
        await Store(opened.Message);
        return Results.Ok();
    }

    private async Task Store(string plain)
    {
        var (callback, problem) = Parse(plain);
        if (callback is null)
        {
            LogKept(logger, way, problem);
            await receiver.Receive([], [new Unreadable(way, origin, Digest(plain), "unparsable", plain)]);
        }
        else if (callback.Kind is CallbackKind.Event or CallbackKind.StreamRefresh)
        {
            LogEvent(logger, way, callback.EventType ?? callback.Kind.ToString());
        }
        else if (Message(callback) is { } message)
        {
            if (message.QuoteText is not null) await PullQuoted();
            await receiver.Receive([message]);
        }
        else
        {
            var code = callback.ChatKind == ChatKind.Group ? "unknown-type" : "private";
            LogKept(logger, way, code);
            await receiver.Receive([], [new Unreadable(way, origin, callback.MessageId is { Length: > 0 } id ? id : Digest(plain), code, code == "private" ? "" : plain)]);
        }
    }

    // A quotation is found by its text: what was said just before has to be there first, as far as the archive gives it in time.
    private async Task PullQuoted()
    {
        try { await Task.WhenAll(archives.Select(a => a.Pull(CancellationToken.None))).WaitAsync(QuotePatience, clocks.Machine); }
        catch (Exception e) { LogSlowArchive(logger, way, e); }
    }

    private CallbackResult Parse(string plain) => (kind, plain.TrimStart()) switch
    {
        (RobotKind.AiBot, _) => CallbackParser.ParseBotJson(plain),
        (_, ['{', ..]) => CallbackParser.ParseRobotJson(plain),
        _ => CallbackParser.ParseXml(plain),
    };

    private ChatMessage? Message(RobotCallback callback)
    {
        if (callback.ChatKind != ChatKind.Group || callback.MessageId.Length == 0 || callback.ChatId.Length == 0 || callback.SenderId.Length == 0) return null;
        if (Type(callback.Kind) is not { } type) return null;
        return new ChatMessage
        {
            Way = way,
            Source = origin,
            OuterId = callback.MessageId,
            Chat = new OuterAddress("wecom", corp, callback.ChatId),
            Sender = new OuterAddress("wecom", corp, callback.SenderId),
            PostedAt = callback.CreateTime,
            Type = type,
            Text = callback.Text,
            QuoteText = callback.QuoteText,
            SenderName = callback.SenderName,
        };
    }

    private static MessageType? Type(CallbackKind kind) => kind switch
    {
        CallbackKind.Text or CallbackKind.Mixed or CallbackKind.Voice => MessageType.Text,
        CallbackKind.Image => MessageType.Image,
        CallbackKind.File or CallbackKind.Video => MessageType.File,
        _ => null,
    };

    private bool Fresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
        && (clocks.Desk.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= stale;

    private static async Task<byte[]?> Body(HttpRequest request)
    {
        if (request.ContentLength > MaxBody) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxBody) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private IResult Refuse(string reason, int status)
    {
        LogRefused(logger, way, reason);
        return Results.StatusCode(status);
    }

    private static (string Signature, string Timestamp, string Nonce) Query(HttpRequest request) =>
        (request.Query["msg_signature"].ToString(), request.Query["timestamp"].ToString(), request.Query["nonce"].ToString());

    private static string Digest(string plain) => "sha256:" + FactEnvelope.HashOf(System.Text.Encoding.UTF8.GetBytes(plain));

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning, Message = "A callback to {Way} was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string way, string reason);

    [LoggerMessage(EventId = 202, Level = LogLevel.Warning, Message = "A delivery to {Way} could not be read and was kept: {Reason}")]
    private static partial void LogKept(ILogger logger, string way, string reason);

    [LoggerMessage(EventId = 204, Level = LogLevel.Warning, Message = "The archive gave nothing in time for a quotation that came to {Way}; it is looked up in what is there")]
    private static partial void LogSlowArchive(ILogger logger, string way, Exception exception);

    [LoggerMessage(EventId = 203, Level = LogLevel.Debug, Message = "An event came to {Way}: {Event}")]
    private static partial void LogEvent(ILogger logger, string way, string @event);
}
