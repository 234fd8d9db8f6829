using ChatIntake.Segmentation;

namespace ChatIntake.Host.Workers;

/// <summary>
/// Reading the dictionary takes about a second, which the worker pays after the service listens: until then words are only remembered, so that callbacks are answered
/// meanwhile.
/// </summary>
internal sealed class LateSegmenter(Func<ISegmenter> load) : ISegmenter
{
    private readonly Lock gate = new();
    private readonly List<string> waiting = [];
    private ISegmenter? loaded;

    public void Cut(ReadOnlySpan<char> text, List<Token> into) => (loaded ?? Load()).Cut(text, into);

    public void AddWord(string word)
    {
        lock (gate)
        {
            if (loaded is { } ready) ready.AddWord(word);
            else waiting.Add(word);
        }
    }

    private ISegmenter Load()
    {
        lock (gate)
        {
            if (loaded is not null) return loaded;
            var ready = load();
            foreach (var word in waiting) ready.AddWord(word);
            waiting.Clear();
            return loaded = ready;
        }
    }
}
