namespace ChatIntake.Segmentation.Keywords;

/// <summary>Words that tell nothing about a text. Never changed.</summary>
public sealed class StopWords
{
    private readonly HashSet<string> words;

    private StopWords(IEnumerable<string> words) => this.words = new HashSet<string>(words, StringComparer.Ordinal);

    /// <summary>No word at all.</summary>
    public static StopWords None { get; } = new([]);

    /// <summary>jieba's own: frequent English words.</summary>
    public static StopWords English { get; } = new(
        ("the of is and to in that we for an are by be as on with can if from which you it this then at have all not one has or").Split(' '));

    /// <summary>These and further ones. A word of a text is compared in small letters, so that one with capitals stops nothing.</summary>
    public StopWords With(IEnumerable<string> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new StopWords(words.Concat(others));
    }

    /// <summary>These and those of a file in jieba's format: UTF-8, a line a word.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8.</exception>
    public StopWords With(Stream file) => With(TextLines.Read(file));

    internal bool Contains(string word) => words.Contains(word.ToLowerInvariant());
}
