namespace ChatIntake.WeCom.Webhooks;

/// <summary>What to do after an attempt to post.</summary>
public enum WebhookOutcome
{
    /// <summary>Nobody can tell whether it was posted: try once more at most, at the risk of posting it twice.</summary>
    Unknown,
    Delivered,

    /// <summary>Not posted; try again a few times, a little later each time.</summary>
    RetrySoon,

    /// <summary>Not posted, the robot's minute is used up; try again after 60 seconds.</summary>
    WaitMinute,

    /// <summary>Not posted, too long.</summary>
    SplitAndResend,

    /// <summary>Not posted, the form was refused; the same as plain text may pass.</summary>
    FallBackToText,

    /// <summary>Not posted, and no repetition will help.</summary>
    GiveUp,

    /// <summary>Not posted, the robot is gone from the group: stop using the key and tell an operator.</summary>
    DisableWay,
}

/// <summary>
/// The outcome of an attempt, WeCom's <c>errcode</c> (0 when none was told), and a detail for the log that never holds the key.
/// </summary>
public readonly record struct WebhookResult(WebhookOutcome Outcome, int ErrorCode, string Detail);
