using ChatIntake.WeCom.Webhooks;

namespace ChatIntake.Tests.WeCom.Webhooks;

public sealed class WebhookErrorsTests
{
    [TestCase(0, WebhookOutcome.Delivered)]
    [TestCase(-1, WebhookOutcome.RetrySoon)]
    [TestCase(45009, WebhookOutcome.WaitMinute)]
    [TestCase(45033, WebhookOutcome.RetrySoon)]
    [TestCase(40008, WebhookOutcome.GiveUp)]
    [TestCase(40058, WebhookOutcome.FallBackToText)]
    [TestCase(44004, WebhookOutcome.GiveUp)]
    [TestCase(45002, WebhookOutcome.SplitAndResend)]
    [TestCase(93000, WebhookOutcome.DisableWay)]
    [TestCase(93004, WebhookOutcome.DisableWay)]
    [TestCase(93008, WebhookOutcome.DisableWay)]
    [TestCase(93005, WebhookOutcome.GiveUp)]
    public void Each_code_has_its_meaning(int errorCode, WebhookOutcome outcome) =>
        Assert.That(WebhookErrors.OutcomeOf(errorCode), Is.EqualTo(outcome));

    [Test]
    public void An_unlisted_code_is_a_refusal_worth_a_few_repetitions() =>
        Assert.That(WebhookErrors.OutcomeOf(12345), Is.EqualTo(WebhookOutcome.RetrySoon));
}
