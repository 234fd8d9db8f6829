using ChatIntake.Notices;
using ChatIntake.WeCom.Webhooks;

namespace ChatIntake.Tests.Notices;

/// <summary>A channel whose answers the test writes; it quotes as WeCom's does.</summary>
internal sealed class ScriptedSender : IPostSender
{
    private readonly Queue<PostOutcome> script = new();

    public List<PostToSend> Sent { get; } = [];

    /// <summary>Looks at the world at the moment of sending; may throw.</summary>
    public Action<PostToSend> OnSend { get; set; } = _ => { };

    public HashSet<string> Missing { get; } = [];

    public (int Text, int Markdown) Limits { get; set; } = (2048, 4096);

    /// <summary>The outcomes of the next attempts; after them every post arrives.</summary>
    public void Answer(params PostOutcome[] outcomes)
    {
        foreach (var outcome in outcomes) script.Enqueue(outcome);
    }

    public bool Has(string way) => !Missing.Contains(way);

    public string Quote(string words, bool markdown) => markdown ? PostEscaping.QuoteForMarkdown(words) : PostEscaping.QuoteForText(words);

    public Task<(PostOutcome Outcome, int ErrorCode)> Send(PostToSend post, CancellationToken cancellation)
    {
        Sent.Add(post);
        OnSend(post);
        var outcome = script.TryDequeue(out var next) ? next : PostOutcome.Delivered;
        return Task.FromResult((outcome, outcome == PostOutcome.Delivered ? 0 : 40_000 + (int)outcome));
    }
}
