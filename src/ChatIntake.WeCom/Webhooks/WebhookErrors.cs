using System.Collections.Frozen;

namespace ChatIntake.WeCom.Webhooks;

/// <summary>What each <c>errcode</c> of a webhook asks for, as far as text and markdown are concerned (documents 99110, 90313).</summary>
public static class WebhookErrors
{
    private static readonly FrozenDictionary<int, (WebhookOutcome Outcome, string Meaning)> Known =
        new Dictionary<int, (WebhookOutcome, string)>
        {
            [0] = (WebhookOutcome.Delivered, "sent"),
            [-1] = (WebhookOutcome.RetrySoon, "system busy"),
            [40008] = (WebhookOutcome.GiveUp, "invalid message type or malformed JSON"),
            [40058] = (WebhookOutcome.FallBackToText, "invalid parameter"),
            [44004] = (WebhookOutcome.GiveUp, "empty content"),
            [45002] = (WebhookOutcome.SplitAndResend, "content too long"),
            [45009] = (WebhookOutcome.WaitMinute, "frequency limit"),
            [45033] = (WebhookOutcome.RetrySoon, "too many calls at once"),
            [93000] = (WebhookOutcome.DisableWay, "key invalid or robot removed from the group"),
            [93004] = (WebhookOutcome.DisableWay, "robot disabled"),
            [93005] = (WebhookOutcome.GiveUp, "one-to-one not allowed"),
            [93008] = (WebhookOutcome.DisableWay, "robot not in the group"),
        }.ToFrozenDictionary();

    /// <summary>A code that is not in the table was a refusal too; the few repetitions it costs tell whether it passes.</summary>
    public static WebhookOutcome OutcomeOf(int errorCode) =>
        Known.TryGetValue(errorCode, out var known) ? known.Outcome : WebhookOutcome.RetrySoon;

    internal static string MeaningOf(int errorCode) =>
        Known.TryGetValue(errorCode, out var known) ? known.Meaning : "not in our table";
}
