namespace ChatIntake.Simulator.Faults;

/// <summary>Answers that the webhook is to give instead of its own; for one key, or for whichever comes.</summary>
internal sealed record WebhookError(int Errcode, int Count, string? Key = null);

/// <summary>
/// What goes wrong on purpose, as told to <c>POST /sim/faults</c>; each order replaces the one before it, and counts run
/// down to nothing.
/// </summary>
/// <param name="WebhookErrors">Posts refused with these codes, in this order.</param>
/// <param name="DuplicateCallbacks">Every answered callback comes once more with the same msgid.</param>
/// <param name="DropWebhook">Posts whose connection breaks before anything is posted.</param>
/// <param name="LoseWebhookAnswer">Posts that appear in the group, though their connection breaks.</param>
/// <param name="CallbackBadSignature">Attempts at callbacks that carry a wrong signature.</param>
internal sealed record FaultOrder(
    IReadOnlyList<WebhookError>? WebhookErrors = null,
    bool DuplicateCallbacks = false,
    int DropWebhook = 0,
    int LoseWebhookAnswer = 0,
    int CallbackBadSignature = 0);

/// <summary>The faults that are still to come.</summary>
internal sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<WebhookError> errors = [];
    private FaultOrder order = new();
    private int drops, lostAnswers, badSignatures;

    internal bool DuplicateCallbacks
    {
        get { lock (gate) return order.DuplicateCallbacks; }
    }

    internal void Set(FaultOrder next)
    {
        lock (gate)
        {
            order = next;
            errors.Clear();
            errors.AddRange(next.WebhookErrors ?? []);
            (drops, lostAnswers, badSignatures) = (next.DropWebhook, next.LoseWebhookAnswer, next.CallbackBadSignature);
        }
    }

    /// <summary>The code with which the next post of <paramref name="key"/> is refused, or null.</summary>
    internal int? TakeWebhookError(string key)
    {
        lock (gate)
        {
            var at = errors.FindIndex(e => e.Count > 0 && (e.Key is null || e.Key == key));
            if (at < 0) return null;
            errors[at] = errors[at] with { Count = errors[at].Count - 1 };
            return errors[at].Errcode;
        }
    }

    internal bool TakeDrop() => Take(ref drops);

    internal bool TakeLostAnswer() => Take(ref lostAnswers);

    internal bool TakeBadSignature() => Take(ref badSignatures);

    private bool Take(ref int count)
    {
        lock (gate)
        {
            if (count <= 0) return false;
            count--;
            return true;
        }
    }
}
