namespace ChatIntake.Simulator.Webhook;

/// <summary>Twenty posts in any sixty seconds for each robot (document 99110); refused posts do not count.</summary>
internal sealed class RateWindow(TimeProvider clock)
{
    internal const int Allowed = 20;
    internal static readonly TimeSpan Span = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> posts = new(StringComparer.Ordinal);

    /// <summary>Counts a post of <paramref name="key"/>, or returns false when it is one too many.</summary>
    internal bool TryTake(string key)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (!posts.TryGetValue(key, out var recent)) posts.Add(key, recent = new Queue<DateTimeOffset>());
            while (recent.TryPeek(out var oldest) && now - oldest >= Span) recent.Dequeue();
            if (recent.Count >= Allowed) return false;
            recent.Enqueue(now);
            return true;
        }
    }
}
