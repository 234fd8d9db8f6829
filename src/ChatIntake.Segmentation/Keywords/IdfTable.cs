using System.Globalization;
using ChatIntake.Segmentation.Dictionary;

namespace ChatIntake.Segmentation.Keywords;

/// <summary>
/// How rare words are: the inverse document frequency, that is the logarithm of how many times more documents there are than documents with the word. Never changed.
/// </summary>
/// <remarks>After K. Spärck Jones, "A statistical interpretation of term specificity and its application in retrieval" (Journal of Documentation 28, 1972).</remarks>
public sealed class IdfTable
{
    private static readonly Lazy<IdfTable> LoadedJieba = new(() =>
    {
        var compiled = new CompiledIdf(JiebaTables.Shared.Words);
        return new IdfTable(compiled.Find, compiled.Median);
    });

    private readonly Func<string, double?> find;

    private IdfTable(Func<string, double?> find, double median) => (this.find, Median) = (find, median);

    /// <summary>jieba's own, of 270,132 words. Read at the first use.</summary>
    public static IdfTable Jieba => LoadedJieba.Value;

    /// <summary>The middle of all values, the upper one of two. A word that is not listed counts as so rare.</summary>
    public double Median { get; }

    /// <summary>Reads a file in jieba's format: UTF-8, a line a word, "word value". Of a word listed twice the later value counts.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8, a line is not a word and a number with one space between them, or there is no line; the message tells.</exception>
    public static IdfTable Read(Stream file)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (index, line) in TextLines.Read(file).Index())
        {
            if (PythonText.Strip(line).ToString().Split(' ') is not [var word, var number]
                || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw new InvalidDataException($"Line {index + 1} is not a word and its value.");
            values[word] = value;
        }
        if (values.Count == 0) throw new InvalidDataException("There is no line.");
        return new IdfTable(word => values.TryGetValue(word, out var value) ? value : null, values.Values.Order().ElementAt(values.Count / 2));
    }

    /// <summary>The value of a word, <see cref="Median"/> for one that is not listed.</summary>
    public double Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return find(word) ?? Median;
    }
}
