using ChatIntake.Learning;

namespace ChatIntake.Triage.Model;

/// <summary>The classes of the words of a text, and which follow upon each other.</summary>
internal static class ClassFeatures
{
    // Further apart, two words say little together.
    private const int Near = 6;

    // As in TextFeatures: there are fewer of these.
    private const float Size = 3;

    /// <summary>The classes of the words of a text, each once.</summary>
    internal static List<string> In(ReadOnlySpan<char> text, WordClasses classes)
    {
        var found = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var (name, length) = classes.Find(text, at);
            if (length > 0 && !found.Contains(name)) found.Add(name);
            at += Math.Max(1, length);
        }
        return found;
    }

    internal static void Collect(string kind, ReadOnlySpan<char> text, WordClasses classes, FeatureBag bag)
    {
        var from = bag.Count;
        var (previous, end) = ("", -Near);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ',' or '。' or '!' or '?' or ';' or '\n' or '，') end = -Near;
            var (name, length) = classes.Find(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }
            bag.Add(kind, "k:", name);
            if (at - end < Near && name != previous) bag.Add(kind, "kk:", previous, "+", name);
            (previous, end) = (name, at + length);
            at += length;
        }
        bag.Unite(from, Size);
    }
}
