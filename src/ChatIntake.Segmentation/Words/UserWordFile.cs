namespace ChatIntake.Segmentation.Words;

/// <summary>Reads jieba's user dictionaries: UTF-8, a line a word, "word frequency tag" with frequency and tag optional.</summary>
public static class UserWordFile
{
    /// <summary>The words of a dictionary, in order. A line that ends in neither number nor tag is a word as a whole, spaces included.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8, or a frequency is above 10^15; the message names the line.</exception>
    public static List<UserWord> Read(Stream dictionary) => throw new NotImplementedException();
}
