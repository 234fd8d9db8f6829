namespace ChatIntake.Segmentation;

/// <summary>Cuts Chinese text into words. Any number of threads may cut at once; no text makes it throw.</summary>
public interface ISegmenter
{
    /// <summary>
    /// Appends the words of the text in order. They cover it without gap or overlap, so that joined they give it back.
    /// </summary>
    void Cut(ReadOnlySpan<char> text, List<Token> into);

    /// <summary>Makes a word known, so that it is not cut apart. Blank words are ignored.</summary>
    void AddWord(string word);
}
