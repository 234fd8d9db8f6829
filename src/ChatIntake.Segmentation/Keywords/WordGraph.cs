using System.Runtime.InteropServices;

namespace ChatIntake.Segmentation.Keywords;

/// <summary>Which words stand near which and how often, and the weight that follows from it. Order and arithmetic are jieba's, so that the weights are the same.</summary>
internal sealed class WordGraph
{
    private const double Damping = 0.85;
    private const int Rounds = 10;

    // Words in the order in which they came into the graph; by word its neighbours.
    private readonly List<int> order = [];
    private readonly Dictionary<int, List<(int Word, double Weight)>> neighbours = [];

    /// <summary>The graph of a text.</summary>
    /// <param name="words">Its words by number, negative ones left out but counted for the distance.</param>
    /// <param name="span">From this distance on words are not near.</param>
    internal static WordGraph Near(int[] words, int span)
    {
        var pairs = new List<(int First, int Second, int Times)>();
        var places = new Dictionary<(int, int), int>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] < 0) continue;
            foreach (var other in words.AsSpan(i + 1, Math.Min(span - 1, words.Length - i - 1)))
            {
                if (other < 0) continue;
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (words[i], other), out var known);
                if (!known)
                {
                    place = pairs.Count;
                    pairs.Add((words[i], other, 0));
                }
                pairs[place] = pairs[place] with { Times = pairs[place].Times + 1 };
            }
        }
        var graph = new WordGraph();
        foreach (var (first, second, times) in pairs)
        {
            graph.Of(first).Add((second, times));
            graph.Of(second).Add((first, times));
        }
        return graph;
    }

    private List<(int Word, double Weight)> Of(int word)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(neighbours, word, out _);
        if (list is null)
        {
            order.Add(word);
            list = [];
        }
        return list;
    }

    /// <summary>The words that have neighbours, in the order in which they came into the graph, with their weights.</summary>
    /// <param name="names">By number: how the words are written, by which the order of computing goes.</param>
    internal IEnumerable<(int Word, double Weight)> Rank(List<(string Word, string? Tag)> names)
    {
        if (order.Count == 0) return [];
        var weights = new double[names.Count];
        var sums = new double[names.Count];
        foreach (var word in order) (weights[word], sums[word]) = (1.0 / order.Count, neighbours[word].Sum(n => n.Weight));
        var sorted = order.OrderBy(word => names[word].Word, StringComparer.Ordinal).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var word in sorted)
            {
                var lent = 0.0;
                foreach (var (neighbour, weight) in neighbours[word]) lent += weight / sums[neighbour] * weights[neighbour];
                weights[word] = 1 - Damping + Damping * lent;
            }
        }
        // The least weighs a little more than nothing.
        var least = order.Min(word => weights[word]) / 10.0;
        var most = order.Max(word => weights[word]);
        return order.Select(word => (word, (weights[word] - least) / (most - least)));
    }
}
