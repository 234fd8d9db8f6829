using ChatIntake.Segmentation;

namespace ChatIntake.Learning;

/// <summary>
/// Files texts into classes that it has learned from examples: for each class a linear machine over words and one over strings of characters, whose
/// judgements are added. Safe for any number of threads.
/// </summary>
public sealed class TextClassifier
{
    private const double Cost = 1;

    // A margin of one is a clear case; this makes it about nine in ten.
    private const double Steepness = 1.5;

    private readonly ISegmenter segmenter;
    private readonly IReadOnlyList<(ClassifierView View, float[][] Weights)> views;

    internal TextClassifier(IReadOnlyList<string> labels, IReadOnlyList<(ClassifierView View, float[][] Weights)> views, ISegmenter segmenter) =>
        (Labels, this.views, this.segmenter) = (labels, views, segmenter);

    /// <summary>The classes, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; }

    internal IReadOnlyList<(ClassifierView View, float[][] Weights)> Views => views;

    /// <summary>Learns from texts; those without a label are left out. The same texts in the same order always give the same classifier.</summary>
    /// <exception cref="ArgumentException">There are fewer than two labels.</exception>
    public static TextClassifier Train(IReadOnlyList<LabelledText> texts, ISegmenter segmenter)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var labelled = texts.Where(t => t.Label is not null).ToList();
        string[] labels = [.. labelled.Select(t => t.Label!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (labels.Length < 2) throw new ArgumentException("要学会分类,至少要有两种标签");
        var views = new List<(ClassifierView, float[][])>();
        foreach (var aspect in Enum.GetValues<ClassifierAspect>())
        {
            var counts = labelled.ConvertAll(t => ClassifierFeatures.Count(aspect, t, segmenter));
            var view = ClassifierView.Of(aspect, counts);
            var rows = counts.ConvertAll(view.Row);
            var weights = new float[labels.Length][];
            Parallel.For(0, labels.Length, k => weights[k] = MarginTrainer.Train(rows, [.. labelled.Select(t => t.Label == labels[k])], view.Count, Cost));
            views.Add((view, weights));
        }
        return new TextClassifier(labels, views, segmenter);
    }

    /// <summary>The likeliest class of a text with how sure that is, 0 to 1. A text that shares nothing with what was learned gets the class most common there.</summary>
    public (string Label, double Score) Classify(string? title, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scores = new double[Labels.Count];
        foreach (var (view, weights) in views)
        {
            var row = view.Row(ClassifierFeatures.Count(view.Aspect, new LabelledText(title, text, null), segmenter));
            for (var k = 0; k < scores.Length; k++) scores[k] += row.Dot(weights[k]);
        }
        var best = Array.IndexOf(scores, scores.Max());
        for (var k = 0; k < scores.Length; k++) scores[k] *= Steepness;
        ChoiceModel.ToProbabilities(scores);
        return (Labels[best], scores[best]);
    }
}
