namespace ChatIntake.Simulator.Webhook;

/// <summary>What every call under <c>/cgi-bin</c> answers, always with HTTP 200.</summary>
internal sealed record WireAnswer(int Errcode, string Errmsg)
{
    internal static readonly WireAnswer Done = new(0, "ok");

    /// <summary>A refusal, worded as the platform words it; only the code is meant to be read.</summary>
    internal static WireAnswer Refused(int errcode, string? detail = null) =>
        new(errcode, $"{detail ?? Meaning(errcode)}, hint: [{errcode}], from ip: 127.0.0.1");

    // Meanings: documents 90313 and 90455 (global error codes).
    private static string Meaning(int errcode) => errcode switch
    {
        -1 => "system busy",
        40001 => "invalid credential",
        40008 => "invalid message type",
        40013 => "invalid corpid",
        40058 => "invalid Request Parameter",
        44004 => "empty content",
        45002 => "content size out of limit",
        45009 => "api freq out of limit",
        45033 => "too many concurrent calls",
        93000 => "invalid webhook url",
        93004 => "robot is disabled",
        93008 => "robot is not in the group",
        _ => "error",
    };
}

/// <summary>The codes that the simulator gives by itself; <c>/sim/faults</c> makes it give any other.</summary>
internal static class Errcode
{
    internal const int WrongSecret = 40001;
    internal const int UnknownMsgType = 40008;
    internal const int WrongCorp = 40013;
    internal const int BadParameter = 40058;
    internal const int Empty = 44004;
    internal const int TooLong = 45002;
    internal const int TooOften = 45009;
    internal const int UnknownKey = 93000;
}
